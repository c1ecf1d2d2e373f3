/* The movement of a figure, on request. A page has a plain link, "Show the movement", to a moving SVG; this script turns
   the link into buttons that show it in the place of the still picture. Nothing is loaded and nothing moves before a
   reader presses. Without this script, or where a file cannot be fetched, the link opens the moving picture by itself. */
"use strict";
(() => {
  const LINK = '.sb p > a[href$="-moving.svg"]:only-child'
  const DARK = "@media(prefers-color-scheme:dark){.fg{"
  const SLATE = '@media screen{[data-md-color-scheme="slate"] .fg{'

  /** Load a moving figure. Its dark colours then follow the page's scheme, which may differ from the device's. */
  async function load(address) {
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`${answer.status} for ${address}`)
    const svg = new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement
    if (svg.localName !== "svg" || svg.querySelector("script, parsererror")) throw new Error(`${address} is no figure`)
    for (const style of svg.querySelectorAll("style")) style.textContent = style.textContent.replace(DARK, SLATE)
    return document.importNode(svg, true)
  }

  function button(name, words) {
    const made = document.createElement("button")
    made.type = "button"
    made.className = `sb-motion__button sb-motion__button--${name}`
    made.textContent = words
    return made
  }

  function slider() {
    const made = document.createElement("input")
    Object.assign(made, { type: "range", min: 0, max: 100, step: 4, value: 0, className: "sb-motion__slider" })
    made.setAttribute("aria-label", "Step through the movement")
    return made
  }

  /** The moving picture and its clock. One round is there and back. */
  class Film {
    constructor(svg) {
      this.svg = svg
      this.round = parseFloat(svg.querySelector("animate").getAttribute("dur"))
    }

    get playing() { return !this.svg.animationsPaused() }
    get share() { return (this.svg.getCurrentTime() % this.round) / this.round }
    set share(part) { this.svg.setCurrentTime(part * this.round) }
    play() { this.svg.unpauseAnimations() }
    pause() { this.svg.pauseAnimations() }
  }

  /** One figure: its paragraph with the still picture, and the controls that take the link's place. */
  class Motion {
    constructor(link) {
      this.link = link
      this.picture = link.parentElement.previousElementSibling
      this.main = button("show", link.textContent)
      this.slider = slider()
      this.back = button("still", "Show the still picture")
      this.bar = document.createElement("div")
      this.bar.className = "sb-motion"
      this.bar.append(this.main)
      link.parentElement.replaceWith(this.bar)
      this.main.addEventListener("click", () => this.press())
      this.back.addEventListener("click", () => this.close())
      this.slider.addEventListener("input", () => this.step())
      document.addEventListener("visibilitychange", () => { if (document.hidden) this.pause() })
    }

    get open() { return this.picture.classList.contains("sb-moving") }

    async press() {
      if (this.open) return this.film.playing ? this.pause() : this.play()
      if (this.loading) return
      this.loading = true
      try {
        this.film ??= await this.insert(await load(this.link.href))
      } catch {
        location.assign(this.link.href)
        return
      } finally {
        this.loading = false
      }
      this.show()
    }

    /** Chromium animates a picture that came from another document only after a frame in which it stood on the page. */
    async insert(svg) {
      this.picture.append(svg)
      svg.pauseAnimations()
      await new Promise(requestAnimationFrame)
      new IntersectionObserver(([seen]) => { if (!seen.isIntersecting) this.pause() }).observe(svg)
      return new Film(svg)
    }

    /** From the first pose; still for readers who want less motion, until they press Play. */
    show() {
      this.picture.classList.add("sb-moving")
      this.bar.append(this.slider, this.back)
      this.film.pause()
      this.film.share = 0
      if (matchMedia("(prefers-reduced-motion: reduce)").matches) this.pause()
      else this.play()
    }

    close() {
      this.pause()
      this.picture.classList.remove("sb-moving")
      this.slider.remove()
      this.back.remove()
      this.say("show", this.link.textContent)
      this.main.focus()
    }

    play() {
      this.film.play()
      this.say("pause", "Pause")
      requestAnimationFrame(() => this.follow())
    }

    pause() {
      if (!this.open) return
      this.film.pause()
      this.say("play", "Play")
      this.mark()
    }

    step() {
      const share = Number(this.slider.value) / 100
      this.pause()
      this.film.share = Math.min(share, 0.9999)
      this.mark(share)
    }

    /** The slider goes with the picture. */
    follow() {
      if (!this.open || !this.film.playing) return
      this.mark()
      requestAnimationFrame(() => this.follow())
    }

    mark(share = this.film.share) {
      this.slider.value = share * 100
      this.slider.setAttribute("aria-valuetext", `${this.slider.value} %`)
    }

    say(name, words) {
      this.main.className = `sb-motion__button sb-motion__button--${name}`
      this.main.textContent = words
    }
  }

  if (location.protocol !== "file:") for (const link of document.querySelectorAll(LINK)) new Motion(link)
})();
