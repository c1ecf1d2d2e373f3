// Added to pages by the preview only. Follows its news: new pictures, new problems, a new site.
(() => {
  "use strict";
  const site = Number(new URL(document.currentScript.src).searchParams.get("site"));
  const shown = {};
  const bar = document.createElement("pre");
  bar.setAttribute("role", "status");
  bar.style.cssText =
    "position:fixed;inset:auto 0 0 0;z-index:99;margin:0;padding:1rem;max-height:50vh;overflow:auto;" +
    "background:#7a1f0f;color:#fff;font:16px/1.4 monospace;white-space:pre-wrap";
  bar.hidden = true;
  document.body.append(bar);

  const renew = (path, version) => {
    for (const element of document.querySelectorAll("img[src], source[srcset]")) {
      const name = element.matches("img") ? "src" : "srcset";
      const address = new URL(element.getAttribute(name), location.href);
      if (address.pathname !== "/" + path) continue;
      address.searchParams.set("version", version);
      element.setAttribute(name, address.href);
    }
  };

  new EventSource("/_preview/news").onmessage = ({ data }) => {
    const news = JSON.parse(data);
    if (news.site !== site) {
      location.reload();
      return;
    }
    bar.textContent = news.problems;
    bar.hidden = !news.problems;
    for (const [path, version] of Object.entries(news.pictures)) {
      if (shown[path] !== version) renew(path, version);
      shown[path] = version;
    }
  };
})();
