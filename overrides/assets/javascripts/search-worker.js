"use strict";
/* The site's search. The theme's dialog asks this worker instead of its own (see overrides/main.html):
   {type: 0, data: {docs}} builds the index, {type: 2, data: "words"} answers {type: 3, data: {items}}.
   Order of results: red flags, then names of pages, then weighted words. Every string sent back ends
   in innerHTML, so all text passes through `escape`; `<mark>` is the only element made here. */

const KEYS = new Map(); // word to key, remembered: a site has thousands of words and each is met hundreds of times

/* Words that say nothing about which page is wanted. A page that matches only these is never shown. */
const FILLER = new Set(
  (
    "a an the my me i im ive is are am was be been it its this that to do does doing how what which when " +
    "who where why can could should would will for of in on at with from by and or if so as your you some any good best " +
    "better great top much exercise excercise exercize workout move movement training train please want need get got " +
    "have has having after off all more most very really give show find use using while during day daily not no"
  ).split(" "),
);
/* One letter from a red-flag word (fall, lump, numb, night, pain, walk), yet words that people mean. */
const NOT_TYPOS = new Set(
  "all ball call fail full hall tall wall jump pump bump dump hump plump dumb right light tight might gain main pair talk week".split(
    " ",
  ),
);
/* Several words that mean one thing; used on pages and on queries, so both sides meet. */
const PHRASES = [
  [/\b(?:cannot|can not|unable to|not able to|could ?nt|could not|cant)\b/g, "cant"], // one word for "it does not work"
  [/\bcant control\b/g, "lost control"],
  [/\b(?:cant feel|no feeling|no sensation|(?:lost|loss of) (?:feeling|sensation))\b/g, "numb"],
  [/\b(?:private parts?|privates|down there|down below)\b/g, "genitals"],
  [/\b(?:pass(?:ing)? (?:water|urine)|go(?:ing)? for a wee)\b/g, "pee"],
  [/\b(?:hard|difficult|struggl\w+|difficulty) (?:to )?(?=pee|wee|urin|swallow|walk|speak)/g, "trouble "],
  [/\b(back|neck|shoulder)(ache|pain)\b/g, "$1 $2"], // joined in speech, apart on the pages
  [/\b(?:swiss|stability|exercise|yoga|fitness|physio|pilates|balance|birthing) ball\b|\bfit ?ball\b/g, "gym ball"], // one piece of kit, many shops
  [/\b(?:slipped|herniated|bulging|prolapsed|ruptured) dis[ck]s?\b|\bsciatic nerves?\b/g, "sciatica"], // what the page calls it; a "disc" is a weight
  [/\brdl\b/g, "romanian deadlift"], // the short form in gyms
  [/\ball fours\b/g, "hands and knees"],
  [/\b(?:lying )?on (?:my|your|the) (?:stomach|front|belly|tummy)\b/g, "face down"],
  [/\bget(?:ting)? (?:back )?(?:up|down|off|on|onto)\b.{0,14}\bfloor\b/g, "getting down and up"], // that page's title
  [/\blat raise/g, "lateral raise"], // here "lat" is not the muscle
  [/\bshoulder ?blades?\b/g, "scapula"],
  [/\b(?:no|without(?: a| any)?) (?:machines?|equipment|gym|weights|kit)\b/g, "bodyweight"],
  [/\b(sitting|lying|laying|standing|kneeling) (?:down|up)\b/g, "$1"],
];
/* Plain, UK, US and Latin words for one thing, the first stands for all. Pages use one, readers any. */
const SAME = new Map();
for (const group of [
  "pee peed urinate urination urine wee weeing piss pissing",
  "poo poop pooping stool bowel faeces feces",
  "genital vagina penis testicle scrotum crotch",
  "buttock bum bottom butt backside glute gluteal arse",
  "belly stomach tummy abs abdominal abdomen",
  "pain hurt ache aching sore painful achy",
  "numb numbed",
  "tingle tingly pins",
  "weak weakened",
  "lost loss lose losing",
  "give gave giving",
  "fall fell fallen",
  "trouble difficulty problem",
  "worse worst worsen",
  "exercise exersise excersise",
  "program routine",
  "dumbbell dumbel",
  "extension extention extend",
  "stretch strech strecth streching",
  "strength strengthen",
  "lying lie lay laying laid",
  "sit seated sat",
  "stiff tight tense",
  "up ups",
  "beginner easy simple starter",
  "press push",
  "low lower",
  "scapula scapular",
  "spine spinal",
  "pelvis pelvic",
  "trapezius trap",
  "latissimus lat",
  "quadriceps quad",
  "calf calves",
  "foot feet",
  "disc disk",
  "vertebra vertebrae",
  "sudden suddenly",
  "rotate rotation twist",
  "windshield windscreen",
  "crash accident collision",
  "office desk",
  "bodyweight bodywieght",
  "elderly old older",
]) {
  const [first, ...others] = group.split(" ").map(stem);
  for (const word of others) SAME.set(word, first);
}
/* Words half of all readers add. They count a little, but "neck pain relief" means the page "Neck". */
const SOFT = words(
  "cant pain relief relieve ease help treatment cure fix issue bad severe chronic reduce stop remedy safe muscle home worker version alternative variation easier harder left right " +
    "elderly senior adult people women men man woman pdf video youtube app free online minute min 1 2 3 4 5 10 15 20 30",
);
/* Parts of a page that warn or point elsewhere. "Careful if: knee pain" must not offer the page for knee pain. */
const HIDDEN =
  /^(safety first|about this page|sources|other names|often typed|search words|in your words|careful if|stop if|related exercises|easier|harder|programs with this exercise)$/i;
const NO_FLOOR = /\b(?:no|not on|without|avoid)\b(?: \w+){0,4}? floor\b|\bcant (?:get|lie|lay)\b(?: \w+){0,3} floor\b/; // leaves out what "needs the floor"
const EMERGENCY = "safety/get-help-now/";
const LISTS = new Set(["", "a-z/", "tags/"]); // they name every page, so they would match every query: found by title alone
const WEIGHT = { title: 10, name: 8, plain: 5, heading: 3, text: 1 };

/* ---- words ---------------------------------------------------------------------------------------- */

function words(list) {
  return new Set(list.split(" ").map(key));
}

function fold(text) {
  return text
    .toLowerCase()
    .replace(/ß/g, "ss")
    .normalize("NFKD")
    .replace(/\p{M}|['’‘ʼ`´]/gu, "");
}

/* A light stem: plural, -ing, -ed, -ly, -ness, and the few spellings in which the UK and the US differ. */
function stem(word) {
  if (word.length < 4) return word;
  return word
    .replace(/ae$/, "a")
    .replace(/ae/g, "e")
    .replace(/z/g, "s")
    .replace(/(..)our(s?)$/, "$1or$2")
    .replace(/mme(s?)$/, "m$1")
    .replace(/tre(s?)$/, "ter$1")
    .replace(/ies$/, "y")
    .replace(/([^siu])s$/, "$1")
    .replace(/(...)ness$/, "$1")
    .replace(/(....)ly$/, "$1")
    .replace(/^(.*[aeiouy].*[^e]|..[^e]+|pee|wee|poo)(ing)$/, (all, base) => (base.length > 2 ? base : all))
    .replace(/(..[^e])ed$/, "$1")
    .replace(/(..[^aeiou])e$/, "$1");
}

/* What stands for a word in the index. Doubled consonants count once: the commonest slip ("dumbell"). */
function key(word) {
  let found = KEYS.get(word);
  if (found === undefined) {
    const root = stem(word);
    found = (SAME.get(root) || root).replace(/([^aeiou\d])\1/g, "$1");
    if (KEYS.size < 50000) KEYS.set(word, found);
  }
  return found;
}

function tokens(text) {
  let folded = fold(text);
  for (const [pattern, by] of PHRASES) folded = folded.replace(pattern, by);
  return (folded.match(/[\p{L}\p{N}]+/gu) || []).map((raw) => ({ raw, key: key(raw) }));
}

/* Damerau–Levenshtein distance (neighbours swapped count one), given up above `most`. */
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [],
    last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

/* One bit per letter: two words `most` slips apart differ in at most 2 × most bits. Spares most distances. */
function letters(word) {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) % 31);
  return bits;
}
function near(a, aBits, b, bBits, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let bits = aBits ^ bBits,
    count = 0;
  for (; bits; bits &= bits - 1) if (++count > 2 * most) return most + 1;
  return distance(a, b, most);
}
const slips = (length) => (length < 4 ? 0 : length < 8 ? 1 : 2);
const isFiller = (word) =>
  FILLER.has(word.raw) ||
  (/^exe?[a-z]{5,}$/.test(word.raw) && distance(word.raw, "exercises", 3) < 4) ||
  FILLER.has(word.key);

/* ---- text ----------------------------------------------------------------------------------------- */

const escape = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/* The index holds HTML; give back its plain pieces, one per paragraph or list item. */
function pieces(html) {
  return html
    .replace(/\s+/g, " ")
    .replace(/<\/(?:p|li|pre|h\d|td|th)>/g, "\n")
    .replace(/<\/?[a-z][^>]*>/gi, "")
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]+));/gi, (all, dec, hex, name) =>
      name
        ? ENTITIES[name.toLowerCase()] || all
        : String.fromCodePoint(Math.min(dec ? +dec : parseInt(hex, 16), 0x10ffff)),
    )
    .split("\n")
    .map((piece) => piece.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

function mark(text, hit) {
  return text
    .split(/([\p{L}\p{N}'’]+)/u)
    .map((part, i) => (i % 2 && hit(part) ? `<mark>${escape(part)}</mark>` : escape(part)))
    .join("");
}

/* The first piece with a match, cut at a word's end: a teaser, not the page. */
function teaser(list, hit, whole = false) {
  const found = whole
    ? list.join(" ")
    : list.find((piece) => piece.split(/[^\p{L}\p{N}'’]+/u).some(hit)) || list[0] || "";
  const cut = found.length > 180 ? found.slice(0, 180).replace(/\s+\S*$/, "") + " …" : found;
  return mark(cut, hit);
}

/* ---- index ---------------------------------------------------------------------------------------- */

function setUp(docs) {
  const pages = new Map(),
    names = [],
    posts = new Map(),
    forms = new Map(),
    whole = new Map(),
    nameWords = new Map(),
    pairs = new Set(),
    flags = [];
  const post = (page, weight, list, real = true) =>
    list.forEach(({ raw, key: k }) => {
      if (real) forms.set(raw, k);
      if (!posts.has(k)) posts.set(k, new Map());
      if (!(posts.get(k).get(page) >= weight)) posts.get(k).set(page, weight);
    });
  const addName = (page, text, title, typo) => {
    const all = tokens(text),
      list = all.filter((word) => !isFiller(word)),
      id = names.length;
    if (!all.length) return;
    const joined = all.map((word) => word.raw).join("");
    const keys = new Set(
      [all, list]
        .map((part) => part.map((word) => word.key).join(""))
        .concat(key(joined))
        .filter(Boolean),
    );
    names.push({
      page,
      title,
      words: (list.length ? list : all).map((word) => word.key),
      joined,
      bits: letters(joined),
    });
    for (const k of keys) whole.has(k) ? whole.get(k).push(id) : whole.set(k, [id]);
    if (typo) return; // a known misspelling is met as a whole, but its words teach us nothing
    names[id].words.forEach((k, at) =>
      nameWords.has(k) ? nameWords.get(k).push([id, at]) : nameWords.set(k, [[id, at]]),
    );
    post(page, title ? WEIGHT.title : WEIGHT.name, list);
    for (let i = 1; i < list.length; i++) {
      // "bird dog" is found by "birddog" inside a longer query
      const raw = list[i - 1].raw + list[i].raw;
      pairs.add(raw);
      post(page, title ? WEIGHT.title : WEIGHT.name, [{ raw, key: key(raw) }], false);
    }
  };
  for (const doc of docs) {
    const [location, anchor] = doc.location.split("#");
    const title = pieces(doc.title).join(" "),
      list = pieces(doc.text || "");
    if (!pages.has(location)) {
      const end = list.findIndex((piece) => /^Safety first\b/.test(piece));
      const page = {
        location,
        title,
        summary: end < 0 ? list : list.slice(0, end),
        tags: doc.tags || [],
        sections: [],
      };
      /* Boosts order equals. The 10 of the emergency page is for other engines: here rule 1 lifts it. */
      page.borrows = /^(exercises\/[^/]+|programs)\/./.test(location);
      page.exercise = /^exercises\/[^/]+\/./.test(location);
      page.boost = Math.min(parseFloat(String(doc.boost || 1).replace("\\", "")) || 1, 2);
      page.rank = page.exercise
        ? 50
        : ["equipment/", "muscles/", "exercises/", "programs/"].findIndex((part) => location.startsWith(part)) * 10 +
          10;
      page.rank += page.tags.includes("Beginner") ? 5 : page.tags.includes("Advanced") ? -5 : 0; // the gentler one of two equals
      pages.set(location, page);
      addName(page, title, true);
      if (/\(/.test(title)) addName(page, title.replace(/\(.*?\)/g, ""), true);
      post(page, WEIGHT.plain, page.tags.flatMap(tokens));
      if (!LISTS.has(location)) post(page, WEIGHT.text, tokens(page.summary.join(" . ")));
    } else if (!LISTS.has(location)) {
      const page = pages.get(location);
      if (/^(other names|often typed)$/i.test(title))
        list.forEach((name) => addName(page, name, false, /^often/i.test(title)));
      else if (/^search words$/i.test(title)) {
        /* On an exercise or a program they are borrowed from its muscles and tools; elsewhere they name the page. */
        const each = list
          .join(", ")
          .replace(/\.$/, "")
          .split(",")
          .map((item) => item.trim())
          .filter(Boolean);
        if (page.borrows) post(page, WEIGHT.plain, each.flatMap(tokens));
        else each.forEach((name) => addName(page, name, false, false));
      } else if (/^in your words$/i.test(title) && location === EMERGENCY) {
        for (const phrase of list) {
          const all = tokens(phrase),
            kept = all.filter((word) => !isFiller(word));
          flags.push({ words: kept.length ? kept : all, joined: all.map((word) => word.raw).join("") });
          post(page, WEIGHT.heading, kept);
        }
      } else if (!HIDDEN.test(title) && anchor) {
        const heading = tokens(title),
          body = list.flatMap(tokens);
        post(page, WEIGHT.heading, heading);
        post(page, WEIGHT.text, body);
        if (/needs the floor/i.test(list.join(" "))) page.floor = true;
        page.sections.push({
          location: doc.location,
          title,
          list,
          keys: new Set([...heading, ...body].map((word) => word.key)),
          head: new Set(heading.map((word) => word.key)),
        });
      }
    }
  }
  for (const [word, first] of SAME) if (posts.has(first)) forms.set(word, first);
  const spelled = [...forms]
    .map(([raw, k]) => ({ raw, key: k, bits: letters(raw) }))
    .sort((a, b) => (a.raw < b.raw ? -1 : 1));
  return { pages, names, posts, forms, pairs, whole, nameWords, flags, spelled, guesses: new Map(), folded: new Map() };
}

/* ---- query ---------------------------------------------------------------------------------------- */

/* Rule 1: every content word of a red-flag phrase is in the query, as it is, by stem, or with one slip. */
function isRedFlag(index, query) {
  const all = query.slice(0, 80),
    joined = all.map((word) => word.raw).join("");
  const meets = (typed, wanted) =>
    typed.key === wanted.key ||
    (typed.raw === "week" && wanted.raw === "weak") ||
    (typed.raw.length > 2 &&
      Math.max(typed.raw.length, wanted.raw.length) > 3 &&
      !NOT_TYPOS.has(typed.raw.replace(/s$/, "")) &&
      !FILLER.has(typed.raw) &&
      !index.forms.has(typed.raw) &&
      distance(typed.raw, wanted.raw, 1) < 2);
  return index.flags.some(
    (flag) =>
      (flag.joined.length > 6 && joined.includes(flag.joined)) ||
      flag.words.every((wanted) => all.some((typed) => meets(typed, wanted))),
  );
}

/* The words of the index that one typed word may mean, each with how sure we are (1 = as typed). */
function meanings(index, word, unfinished) {
  const found = new Map(),
    { spelled } = index;
  if (index.posts.has(word.key) || index.nameWords.has(word.key)) found.set(word.key, 1);
  if (unfinished && word.raw.length > 1) {
    // search as you type: the last word may be the beginning of a longer one
    let low = 0;
    for (let high = spelled.length; low < high;) {
      const mid = (low + high) >> 1;
      spelled[mid].raw < word.raw ? (low = mid + 1) : (high = mid);
    }
    for (; low < spelled.length && spelled[low].raw.startsWith(word.raw); low++)
      if (!found.has(spelled[low].key)) found.set(spelled[low].key, found.has(word.key) ? 0.4 : 0.8);
  }
  if (found.size || !slips(word.raw.length) || NOT_TYPOS.has(word.raw)) return found;
  if (!index.guesses.has(word.raw)) {
    // an unknown word: nearest spellings; kept, since typing asks again and again
    const guess = new Map(),
      bits = letters(word.raw),
      most = slips(word.raw.length);
    for (const form of spelled) {
      if (form.raw.length < 3) continue;
      const far = near(word.raw, bits, form.raw, form.bits, most);
      const sure = (far === 1 ? 0.6 : 0.35) * (form.raw[0] === word.raw[0] ? 1 : 0.7);
      if (far <= most && !(guess.get(form.key) >= sure)) guess.set(form.key, sure);
    }
    if (index.guesses.size > 500) index.guesses.clear();
    index.guesses.set(word.raw, guess);
  }
  return index.guesses.get(word.raw);
}

/* Rule 2, whole names: as typed, then without filler, then without soft words, then with slips. */
function wholeNames(index, levels, raise) {
  let met = false;
  const tried = new Set();
  levels.forEach((level, step) => {
    const joined = level.map((word) => word.raw).join("");
    for (const k of new Set([level.map((word) => word.key).join(""), key(joined)]))
      for (const id of index.whole.get(k) || []) {
        met = true;
        raise(index.names[id].page, 9000 - 500 * step + (index.names[id].title ? 300 : 0));
      }
  });
  if (met) return;
  levels.forEach((level, step) => {
    const joined = level.map((word) => word.raw).join(""),
      bits = letters(joined),
      most = slips(joined.length);
    /* Two known words are meant as they stand: "lat stretch" is no slip for "cat stretch". */
    if (
      tried.has(joined) ||
      !most ||
      joined.length > 60 ||
      level.every((word) => index.forms.has(word.raw) || NOT_TYPOS.has(word.raw))
    )
      return;
    tried.add(joined);
    for (const name of index.names) {
      const far = near(joined, bits, name.joined, name.bits, most);
      if ((far < 2 && most) || (far <= most && joined[0] === name.joined[0]))
        raise(name.page, 4900 - 500 * far - 50 * step + (name.title ? 20 : 0));
    }
  });
}

/* Rules 2 (words inside a name) and 3 (weighted words). */
function byWords(index, content, means, raise, add) {
  const total = index.pages.size,
    seen = new Map(),
    sums = new Map();
  const solid = content.map((word) => !SOFT.has(word.key)),
    some = solid.some(Boolean);
  const counts = (i) => !some || solid[i];
  /* A rare word says more than a common one; an unknown word says as much as the rarest. */
  const rarity = means.map(
    (found, i) =>
      (counts(i) ? 1 : 0.2) *
      Math.log(
        1 +
          total /
            Math.max(
              1,
              ...[...found].filter(([, sure]) => sure === 1).map(([k]) => (index.posts.get(k) || []).size || 1),
            ),
      ),
  );
  means.forEach((found, i) => {
    const best = new Map();
    for (const [k, sure] of found) {
      for (const [page, weight] of index.posts.get(k) || [])
        if (!(best.get(page) >= weight * sure)) best.set(page, weight * sure);
      if (counts(i))
        for (const [id, at] of index.nameWords.get(k) || []) {
          const name = seen.get(id) || { asked: 0, own: new Map(), at: [] };
          name.asked |= 1 << i;
          name.at[i] = at;
          name.own.set(at, Math.max(name.own.get(at) || 0, sure));
          name.worth = Math.max(name.worth || 0, 0) + (sure === 1 ? rarity[i] : 0);
          seen.set(id, name);
        }
    }
    for (const [page, weight] of best) {
      const sum = sums.get(page) || { score: 0, met: 0, solid: 0, named: 0, hits: new Set() };
      sum.score += weight * rarity[i];
      sum.met += rarity[i];
      sum.solid += counts(i) ? 1 : 0;
      sum.named += counts(i) && weight >= WEIGHT.name ? 1 : 0;
      sum.hits.add(i);
      sums.set(page, sum);
    }
  });
  const asked = content.reduce((bits, _, i) => (counts(i) ? bits | (1 << i) : bits), 0),
    size = solid.filter((_, i) => counts(i)).length;
  const inside = new Map();
  for (const [id, name] of seen) {
    const { page, words: own, title } = index.names[id],
      sure = Math.min(...name.own.values());
    if (name.asked === asked) {
      // the name holds every word asked for
      const starts = name.at.filter((at) => at !== undefined).every((at, i) => at === i);
      raise(
        page,
        (sure < 0.7 ? 2200 : starts ? 5600 : 5000) + 900 * Math.min(1, size / own.length) * sure + (title ? 150 : 0),
      );
    } else if (name.own.size === own.length && sure > 0.5)
      // the query holds a whole name and more
      inside.set(page, Math.max(inside.get(page) || 0, name.worth * (title ? 8 : own.length > 1 ? 6 : 2)));
  }
  const asking = rarity.reduce((sum, each) => sum + each, 0);
  for (const [page, sum] of sums) {
    if (some && !sum.solid) continue;
    if (sum.named === size && size > 1) raise(page, 4500); // all words asked for, spread over its names
    /* All words on a page beat some of them, nearly whatever their place. */
    const share = sum.solid === size ? 5 : (sum.met / asking) ** 2;
    add(page, Math.min(1900, (sum.score * share + (inside.get(page) || 0)) * page.boost), sum.hits);
  }
}

function search(index, text) {
  let query = tokens(text.slice(0, 5000));
  const unfinished = !/\s$/.test(text),
    noFloor = NO_FLOOR.test(query.map((word) => word.raw).join(" "));
  if (noFloor) query = query.filter((word) => word.raw !== "floor" && word.key !== "lying");
  /* "tip toe", "news paper": one word on the pages, two in the query. */
  query = query.flatMap((word, i) => {
    const joined = (at) => (query[at] && query[at + 1] ? query[at].raw + query[at + 1].raw : "");
    const joins = (at) => index.forms.has(joined(at)) && !index.pairs.has(joined(at));
    return joins(i - 1) ? [] : joins(i) ? tokens(joined(i)) : [word];
  });
  let content = [],
    known = new Set();
  for (const word of query)
    if (!isFiller(word) && !known.has(word.key) && content.length < 12) {
      known.add(word.key);
      content.push(word);
    }
  /* "bird d": somebody is still typing, and one letter says nothing yet (there is a vitamin of that name). */
  if (unfinished && content.length > 1 && /^[a-z]$/.test(content[content.length - 1].raw)) content.pop();
  const last = content[content.length - 1],
    mean = (word) => meanings(index, word, unfinished && word === last);
  let plain = content.filter((word) => !SOFT.has(word.key) && mean(word).size);
  /* "Back pain" alone is, for most people, the lower back; it must not mean the first name with "back". */
  if (plain.length === 1 && plain[0].raw === "back") {
    plain = tokens("lower back");
    content = plain.concat(content.filter((word) => word.raw !== "back"));
  }
  const means = content.map(mean);
  const scores = new Map();
  const at = (page) => {
    if (!scores.has(page)) scores.set(page, { name: 0, words: 0, hits: new Set() });
    return scores.get(page);
  };
  const raise = (page, score) => {
    at(page).name = Math.max(at(page).name, score);
  };
  const flag = isRedFlag(index, query) && index.pages.get(EMERGENCY);
  if (flag) raise(flag, 1e5);
  wholeNames(
    index,
    [query.slice(0, 12), content, plain].filter((level) => level.length),
    raise,
  );
  byWords(index, content, means, raise, (page, score, hits) => Object.assign(at(page), { words: score, hits }));
  const hitKeys = new Set(means.flatMap((found) => [...found.keys()]));
  const hit = (part) => {
    if (!index.folded.has(part)) index.folded.set(part, key(fold(part)));
    return hitKeys.has(index.folded.get(part));
  };
  if (noFloor)
    for (const page of index.pages.values()) {
      if (page.floor) scores.delete(page);
      else if (page.exercise && !plain.length) at(page).words = 1;
    }
  /* A page far weaker than the best is noise: thirty results help nobody who lies on the floor. */
  const least = Math.max(0, ...[...scores.values()].map((each) => each.words)) * 0.08;
  return [...scores]
    .filter(([, { name, words: sum }]) => name || sum >= least)
    .map(([page, { name, words: sum, hits }]) => ({ page, hits, name, score: name + sum / 2 + page.rank / 10 }))
    .sort((a, b) => b.score - a.score || (a.page.title < b.page.title ? -1 : 1))
    .slice(0, 30)
    .map(({ page, score, hits, name }) =>
      result(
        page,
        score,
        name > 8400 || (name > 3800 && name < 5000)
          ? {}
          : /* a whole name misses nothing */ Object.fromEntries(
              content.map((word, i) => [word.raw, hits.has(i) || SOFT.has(word.key)]),
            ),
        hit,
        hitKeys,
      ),
    );
}

/* One result: the page with its summary, then at most two of its parts. */
function result(page, score, terms, hit, hitKeys) {
  const count = (keys) => [...hitKeys].reduce((sum, k) => sum + (!SOFT.has(k) && keys.has(k) ? 1 : 0), 0);
  const parts = page.sections
    .map((part) => ({ part, worth: count(part.keys) + count(part.head) }))
    .filter(({ worth }) => worth)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, 2);
  return [
    { location: page.location, title: mark(page.title, hit), text: teaser(page.summary, hit, true), score, terms },
  ] // no tags: the theme makes a landmark without a name of each row
    .concat(
      parts.map(({ part }, i) => ({
        location: part.location,
        title: mark(part.title, hit),
        text: teaser(part.list, hit),
        score: score * (0.5 - i / 10),
        terms: {},
      })),
    );
}

/* ---- worker --------------------------------------------------------------------------------------- */

let index;
function answer({ type, data }) {
  if (type === 0) {
    index = setUp(data.docs);
    return { type: 1 };
  }
  if (type === 2) return { type: 3, data: { items: index ? search(index, data) : [] } };
  return undefined;
}
if (typeof importScripts === "function")
  // a worker, not a page that tests the functions above
  addEventListener("message", ({ data }) => {
    const reply = answer(data);
    if (reply) postMessage(reply);
  });
