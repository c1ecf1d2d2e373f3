module.exports = class {
  data() {
    return { permalink: "/search.json", layout: false, eleventyExcludeFromCollections: true };
  }

  render({ collections }) {
    return JSON.stringify(
      collections.all.map((entry) => ({
        location: entry.url,
        title: entry.data.title,
        tags: entry.data.tags,
        text: this.plain(entry.templateContent),
      })),
    );
  }
};
