"use strict";
/* The muscle map as a part of the page: each muscle is a link to its page and says its name and what it is doing.
   Without this script the picture stands as it is, and the words above it carry the same names and links.
   `content/muscles/map.svg` says how it is made: an element per page names that page's muscles by role. */
(() => {
  const ROLES = ["1", "2", "3"];

  /* The drawing for this page alone: marked by classes, without the marks and rules of other pages. */
  function enliven(svg, image) {
    const address = new URL(image.src);
    const mark = address.hash ? svg.getElementById(address.hash.slice(1)) : null;
    const words = (mark && svg.getAttribute(`data-${mark.getAttribute("class")}`)) || "";
    const codes = ROLES.map((role) => ((mark && mark.getAttribute(`data-${role}`)) || "").split(" "));
    const met = new Set();
    for (const region of svg.querySelectorAll("a")) {
      const code = region.getAttribute("class");
      const role = codes.findIndex((list) => list.includes(code));
      const doing = role < 0 ? "" : words.split("|")[role];
      const title = region.querySelector("title");
      if (doing) title.textContent += `: ${doing}`;
      region.setAttribute("aria-label", title.textContent);
      if (role >= 0) region.classList.add(`m${role + 1}`);
      if (region.hasAttribute("href")) region.setAttribute("href", new URL(region.getAttribute("href"), address).pathname);
      if (role < 0 || met.has(code)) region.setAttribute("tabindex", "-1"); // one stop for each marked muscle
      met.add(code);
    }
    for (const rest of svg.querySelectorAll(".marks, :scope > [id], :scope > title, :scope > desc")) rest.remove();
    svg.setAttribute("role", "group");
    svg.removeAttribute("aria-labelledby");
    svg.setAttribute("aria-label", image.alt.replace(/\s+/g, " "));
    return document.importNode(svg, true);
  }

  /* Where the keyboard is: a ring over all regions, for a region's own outline lies under its neighbours.
     The box around the map listens: an SVG that listens for focus itself becomes a stop of the keyboard. */
  function ringed(box) {
    const ring = document.createElementNS("http://www.w3.org/2000/svg", "g");
    ring.setAttribute("class", "mm-ring");
    box.addEventListener("focusin", ({ target }) => {
      const shape = target.querySelector("path");
      if (!shape || !target.matches(":focus-visible")) return;
      ring.replaceChildren(shape.cloneNode(), shape.cloneNode());
      target.parentNode.append(ring);
    });
    box.addEventListener("focusout", () => ring.remove());
  }

  /* The browser has the file already: the picture came from it. A file that does not come leaves the picture. */
  async function swap(image) {
    try {
      const answer = await fetch(image.src, { cache: "force-cache" });
      if (!answer.ok) return;
      const svg = new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement;
      if (svg.localName !== "svg") return;
      ringed(image.parentNode);
      image.replaceWith(enliven(svg, image));
    } catch {
      /* no network, or a page opened from a disk */
    }
  }

  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        swap(target);
      }
    },
    { rootMargin: "600px" },
  );
  for (const image of document.querySelectorAll('.sb img[src*="map.svg"]')) near.observe(image);
})();
