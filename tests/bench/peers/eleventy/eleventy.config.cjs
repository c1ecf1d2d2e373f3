// A peer in `make bench`: about what our pages hold, no theme from elsewhere.
const fs = require("node:fs");
const markdownIt = require("markdown-it");
const slugify = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-");

module.exports = function (config) {
  const markdown = markdownIt({ html: true });
  markdown.core.ruler.push("ids", (state) => {
    state.tokens.forEach((token, i) => {
      if (token.type === "heading_open") token.attrSet("id", slugify(state.tokens[i + 1].content));
    });
  });
  config.setLibrary("md", markdown);
  config.setUseGitIgnore(false);
  config.addPassthroughCopy("content/**/*.svg");
  config.addGlobalData("layout", "page.njk");
  config.addGlobalData("folders", () =>
    fs.readdirSync("content", { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort(),
  );
  config.addFilter("toc", (html) => {
    const parts = [...html.matchAll(/<h2 id="([^"]+)">(.*?)<\/h2>/g)];
    return parts.map((part) => `<li><a href="#${part[1]}">${part[2]}</a></li>`).join("");
  });
  config.addFilter("plain", (html) => (html || "").replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").trim());
  return { dir: { input: "content", includes: "../_includes", output: "site" }, markdownTemplateEngine: false };
};
