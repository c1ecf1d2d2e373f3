/* A program's calendar on the reader's own days. A page has a plain link, "Get the calendar file"; this script puts a
   button beside it that opens a form: days, time, first day. The file is made here, from the plain one, which is
   loaded at the first press: only its three lines of time are written anew, so texts, folding, escapes and ids are those
   that the build wrote. `builder/schedule.py` has the same rules. Without this script the link gives the plain file. */
"use strict";
(() => {
  const LINK = '.sb-program p > a[href$=".ics"]:only-child'
  const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  const CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
  const MINUTE = 60_000
  const DAY = 24 * 60 * MINUTE

  // Times have no zone. They are counted as if in UTC, which has no summer time, and never turned into the reader's zone.
  const parse = (stamp) => Date.parse(stamp.replace(/^(....)(..)(..)T(..)(..)(..)$/, "$1-$2-$3T$4:$5:$6Z"))
  const stamp = (time) => new Date(time).toISOString().replace(/[-:]|\.\d+Z$/g, "")
  const isoDay = (time) => new Date(time).toISOString().slice(0, 10)
  const weekday = (time) => (new Date(time).getUTCDay() + 6) % 7
  const say = (time) =>
    new Date(time).toLocaleDateString("en-GB", { timeZone: "UTC", weekday: "short", day: "numeric", month: "long", year: "numeric" })

  function make(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties)
    made.append(...children)
    return made
  }

  /** The plain file and what it says of time. A line that goes on begins with a blank, so no text is taken for one of these. */
  class Series {
    constructor(text) {
      const value = (name) => text.match(new RegExp(`^${name}:(.+)\r$`, "m"))[1]
      this.text = text
      this.begin = parse(value("DTSTART"))
      this.length = parse(value("DTEND")) - this.begin
      const rule = new Map(value("RRULE").split(";").map((part) => part.split("=")))
      this.days = rule.get("BYDAY").split(",").map((code) => CODES.indexOf(code))
      this.weeks = Number(rule.get("COUNT")) / this.days.length
      if (!(this.length > 0 && this.weeks > 0)) throw new Error("no series of sessions")
    }

    /** The first session is on the first of the days that is not before `start`. */
    first({ days, start, at }) {
      return start + Math.min(...days.map((day) => (day - weekday(start) + 7) % 7)) * DAY + at
    }

    count({ days }) {
      return this.weeks * days.length
    }

    last(plan) {
      const first = this.first(plan)
      const week = plan.days.map((day) => (day - weekday(first) + 7) % 7)
      return first + (7 * (this.weeks - 1) + Math.max(...week)) * DAY
    }

    file(plan) {
      const begin = this.first(plan)
      const lines = {
        DTSTART: stamp(begin),
        DTEND: stamp(begin + this.length),
        RRULE: `FREQ=WEEKLY;COUNT=${this.count(plan)};BYDAY=${plan.days.map((day) => CODES[day])}`,
      }
      return Object.entries(lines).reduce(
        (text, [name, value]) => text.replace(new RegExp(`^${name}:.+\r$`, "m"), `${name}:${value}\r`),
        this.text,
      )
    }
  }

  async function load(address) {
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`${answer.status} for ${address}`)
    return new Series(await answer.text())
  }

  function nextMonday() {
    const now = new Date()
    const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())
    return today + (7 - weekday(today)) * DAY
  }

  /** The form. Its fields are the browser's own, and so are the words about a field that is left empty. */
  class Choice {
    constructor(series, name) {
      this.series = series
      this.name = name
      this.boxes = WEEKDAYS.map((day, number) =>
        make("input", { type: "checkbox", name: "day", value: number, checked: series.days.includes(number) }))
      this.time = make("input", { type: "time", required: true, value: new Date(series.begin).toISOString().slice(11, 16) })
      this.start = make("input", { type: "date", required: true, min: "2000-01-01", max: "2099-12-31", value: isoDay(nextMonday()) })
      this.result = make("p", { className: "sb-calendar__result" })
      this.result.setAttribute("role", "status")
      this.form = make("form", { className: "sb-calendar", id: "sb-calendar" }, ...this.fields())
      this.form.setAttribute("aria-label", "Your own days and time")
      this.form.addEventListener("input", () => this.look())
      this.form.addEventListener("submit", (event) => { event.preventDefault(); this.save() })
      this.look()
    }

    fields() {
      const days = this.boxes.map((box, number) =>
        make("label", {}, box, WEEKDAYS[number].slice(0, 3), make("span", { className: "sb-calendar__rest" }, WEEKDAYS[number].slice(3))))
      return [
        make("fieldset", {}, make("legend", {}, "Days"), make("div", { className: "sb-calendar__days" }, ...days)),
        make("label", {}, "Time", this.time),
        make("label", {}, "Start on this day or after", this.start),
        this.result,
        make("button", { type: "submit", className: "sb-calendar__button" }, "Save the calendar file"),
      ]
    }

    /** What is chosen, or nothing where something is missing. */
    get plan() {
      const days = this.boxes.filter((box) => box.checked).map((box) => Number(box.value))
      this.boxes[0].setCustomValidity(days.length ? "" : "Choose at least one day.")
      if (!this.form.checkValidity()) return null
      const [hour, minute] = this.time.value.split(":").map(Number)
      return { days, start: Date.parse(`${this.start.value}T00:00Z`), at: (hour * 60 + minute) * MINUTE }
    }

    look() {
      const plan = this.plan
      const count = plan && this.series.count(plan)
      this.result.textContent = plan
        ? `${count} ${count === 1 ? "session" : "sessions"} of ${this.series.length / MINUTE} min at ${this.time.value.slice(0, 5)}, ` +
          `from ${say(this.series.first(plan))} to ${say(this.series.last(plan))}.${this.warning(plan)}`
        : "Choose at least one day, a time and a first day."
    }

    /** The plain file has as many days as the program wants at most. */
    warning({ days }) {
      const most = this.series.days.length
      return days.length > most ? ` That is more than the program asks for: ${most} ${most === 1 ? "day" : "days"} a week at most.` : ""
    }

    save() {
      const plan = this.plan
      if (!plan) return
      const file = URL.createObjectURL(new Blob([this.series.file(plan)], { type: "text/calendar;charset=utf-8" }))
      make("a", { href: file, download: this.name }).click()
      setTimeout(() => URL.revokeObjectURL(file), MINUTE)
      this.result.textContent = `Your file is ${this.name}. Open it, and your calendar offers to add the sessions.`
    }
  }

  /** The button beside the link. The form stands between the link and the words about the plain file. */
  class Opener {
    constructor(link) {
      this.link = link
      this.button = make("button", { type: "button", className: "sb-calendar__button" }, "Choose your own days")
      this.button.setAttribute("aria-expanded", "false")
      link.parentElement.classList.add("sb-calendar__ways")
      link.after(this.button)
      this.button.addEventListener("click", () => this.press())
    }

    async press() {
      if (this.loading) return
      this.loading = true
      try {
        this.choice ??= this.insert(await load(this.link.href))
      } catch {
        location.assign(this.link.href)
        return
      } finally {
        this.loading = false
      }
      this.choice.form.hidden = !this.choice.form.hidden
      this.button.setAttribute("aria-expanded", String(!this.choice.form.hidden))
    }

    insert(series) {
      const choice = new Choice(series, this.link.pathname.split("/").pop())
      choice.form.hidden = true
      this.link.parentElement.after(choice.form)
      this.button.setAttribute("aria-controls", choice.form.id)
      return choice
    }
  }

  if (location.protocol !== "file:") for (const link of document.querySelectorAll(LINK)) new Opener(link)
})();
