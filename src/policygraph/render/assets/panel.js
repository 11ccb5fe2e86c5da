// The panel: what a node or a line says, the clause that proves it with the quote marked, and the Cypher to get it.
const both = (chinese, english) => [chinese, " ", make("span", { lang: "en" }, english)];

// The quote in the text, white space aside; where it stands twice, the one nearest to where it was read.
function findQuote(text, quote, near) {
  const at = [];
  let bare = "";
  for (let i = 0; i < text.length; i++) {
    if (!/\s/.test(text[i])) { at.push(i); bare += text[i]; }
  }
  const wanted = quote.replace(/\s+/g, "");
  if (!wanted) return null;
  let best = null;
  for (let from = bare.indexOf(wanted); from >= 0; from = bare.indexOf(wanted, from + 1)) {
    const range = [at[from], at[from + wanted.length - 1] + 1];
    if (best === null || (near !== null && Math.abs(range[0] - near) < Math.abs(best[0] - near))) best = range;
  }
  return best;
}

function marked(text, ranges) {
  const parts = [];
  let done = 0;
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    parts.push(text.slice(done, from), make("mark", {}, text.slice(from, end)));
    done = end;
  }
  parts.push(text.slice(done));
  return make("blockquote", {}, ...parts);
}

function proof(clauseId, quotes) {
  const clause = data.clauses[clauseId];
  const box = make("div", { class: "proof" });
  if (!clause) {
    box.append(...quotes.map((each) => marked(each.quote, [[0, each.quote.length]])));
    return box;
  }
  const i = data.nodes.findIndex((node) => node.kind === "Clause" && node.id === clauseId);
  const heading = `${clause.place} ${clause.title}`.trim() || clauseId;
  box.append(i >= 0 ? make("button", { type: "button", class: "from", onclick: () => selectNode(i, true) }, heading) : make("strong", {}, heading));
  const plan = data.plans[clause.plan];
  const found = [...new Set(quotes.map((each) => each.where).filter(Boolean))];
  const where = found.length && found.length <= 3 ? found : [clause.where];  // more would hide the words: where the clause begins
  box.append(make("div", { class: "where" }, [plan && plan.title, where.join("；")].filter(Boolean).join(" · ")));
  const loose = [];
  const ranges = [];
  for (const each of quotes) {
    const range = clause.text ? findQuote(clause.text, each.quote, each.start === undefined ? null : each.start - clause.start) : null;
    if (range) ranges.push(range); else loose.push(each.quote);
  }
  for (const quote of loose) box.append(marked(quote, [[0, quote.length]]));
  if (clause.text) box.append(marked(clause.text, ranges));
  return box;
}

// All the words that bear on a node: its own, those on its lines, and for a company those of its projects.
function evidenceOf(i) {
  const node = data.nodes[i];
  const facts = [node, ...joined[i].map((e) => data.edges[e])];
  const step = { Company: ["OWNED_BY"], Indicator: ["MEASURES"], Place: ["LOCATED_IN"], Region: ["LOCATED_IN"] }[node.kind] || [];
  for (const e of joined[i]) {
    const end = otherEnd(e, i);
    if (step.includes(data.edges[e].type)) facts.push(data.nodes[end], ...joined[end].map((each) => data.edges[each]).filter((each) => each.type === "NAMES"));
  }
  if (node.kind === "Clause") {
    for (const e of joined[i]) facts.push(data.nodes[otherEnd(e, i)]);
  }
  const found = new Map();
  for (const fact of facts) {
    if (!fact.clause || (node.kind === "Clause" && fact.clause !== node.id)) continue;
    if (!found.has(fact.clause)) found.set(fact.clause, []);
    if (fact.quote) found.get(fact.clause).push(fact);
  }
  return [...found];
}

function proofs(found) {
  const heading = make("h3", {}, ...both("原文", `Evidence (${found.length})`));
  const parts = found.map(([clause, quotes]) => proof(clause, quotes));
  if (parts.length <= 3) return [heading, ...parts];
  const rest = make("details", {}, make("summary", {}, `另 ${parts.length - 2} 条 ${parts.length - 2} more`), ...parts.slice(2));
  return [heading, ...parts.slice(0, 2), rest];
}

function factList(rows) {
  return make("dl", {}, ...rows.flatMap(([word, value]) => [make("dt", {}, word), make("dd", {}, value)]));
}

function cypherBox(query) {
  const said = make("span", { class: "quiet", role: "status" });
  const copy = () => navigator.clipboard.writeText(query).then(() => { said.textContent = " 已复制 copied"; }, () => { said.textContent = " 请手动复制 copy by hand"; });
  return [make("h3", {}, "Cypher"), make("pre", { tabindex: "0" }, query), make("button", { type: "button", onclick: copy }, ...both("复制", "Copy")), said];
}

function entry(i, onclick, extra) {
  const node = data.nodes[i];
  return make("button", { type: "button", class: "entry", onclick }, sign(node.kind), make("span", {}, node.name, extra ? make("small", {}, extra) : ""));
}

// Whether a line or one of its ends carries words of a plan: what the outline joins, no quote proves.
function proven(e) {
  const edge = data.edges[e];
  return edge.clause || edge.clauses || data.nodes[edge.from].quote || data.nodes[edge.to].quote;
}

// Brings the first marked words of each quotation into its own little window, and tells a screen reader what is open.
function settle(words) {
  byId("panel").scrollTop = 0;
  byId("said").textContent = words;
  for (const box of byId("panel").querySelectorAll("blockquote")) {
    const first = box.querySelector("mark");
    if (first && box.scrollHeight > box.clientHeight) box.scrollTop = first.offsetTop - box.offsetTop - 60;
  }
}

// The neighbours, one list per relationship and direction; the second button of a row opens the line itself.
function relations(i) {
  const groups = new Map();
  for (const e of joined[i]) {
    const edge = data.edges[e];
    const key = `${edge.type}${edge.from === i ? "→" : "←"}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(e);
  }
  const rank = Object.keys(data.types);
  return [...groups.entries()].sort((a, b) => rank.indexOf(data.edges[a[1][0]].type) - rank.indexOf(data.edges[b[1][0]].type)).flatMap(([key, list]) => {
    const type = data.types[data.edges[list[0]].type];
    const rows = list.map((e) => {
      const row = entry(otherEnd(e, i), () => selectNode(otherEnd(e, i), true), shown.nodes[otherEnd(e, i)] ? "" : "　未显示 not shown");
      if (!proven(e)) return make("li", { class: "row" }, row);
      const open = make("button", { type: "button", class: "why", "aria-label": `${type.chinese} 依据 evidence`, onclick: () => selectEdge(e) }, "依据");
      return make("li", { class: "row" }, row, open);
    });
    const box = make("ul", {}, ...rows);
    return [make("h3", {}, ...both(`${type.chinese} ${key.slice(-1)}`, `${type.english} (${list.length})`)), box];
  });
}

function showNode(i) {
  const node = data.nodes[i];
  const kind = data.kinds[node.kind];
  byId("panel").replaceChildren(
    make("div", { class: "kind" }, sign(node.kind), make("span", {}, ...both(kind.chinese, kind.english))),
    make("h2", {}, node.name),
    make("div", { class: "buttons" },
      make("button", { type: "button", onclick: () => focusOn(i) }, ...both("聚焦", "Focus")),
      make("button", { type: "button", onclick: () => expand(i) }, ...both("展开", "Expand")),
      make("button", { type: "button", onclick: () => hide(i) }, ...both("隐藏", "Hide"))),
    factList([...node.facts, ...(node.plans.length && node.kind !== "Plan" ? [["方案", node.plans.map((plan) => (data.plans[plan] || { title: plan }).title).join("、")]] : [])]),
    ...(evidenceOf(i).length ? (node.kind === "Department" ? [] : proofs(evidenceOf(i))) : []),
    ...relations(i),
    ...(node.kind === "Department" && evidenceOf(i).length ? proofs(evidenceOf(i)) : []),
    ...cypherBox(node.cypher));
  settle(`${kind.chinese} ${node.name}，${joined[i].length} 条线 lines`);
}

function showEdge(e) {
  const edge = data.edges[e];
  const type = data.types[edge.type];
  const clauses = edge.clauses ? edge.clauses.map((clause) => [clause, []]) : [];
  const own = edge.clause ? [[edge.clause, edge.quote ? [edge] : []]] : [];
  const lent = [edge.from, edge.to].map((i) => data.nodes[i]).filter((node) => node.quote && !edge.clause).map((node) => [node.clause, [node]]);
  const found = [...own, ...clauses, ...lent];
  byId("panel").replaceChildren(
    make("div", { class: "kind" }, ...both(type.chinese, type.english)),
    make("ul", {}, make("li", {}, entry(edge.from, () => selectNode(edge.from, true))), make("li", { class: "quiet" }, `　↓ ${type.chinese}`), make("li", {}, entry(edge.to, () => selectNode(edge.to, true)))),
    factList(edge.facts),
    ...(found.length ? proofs(found) : []),
    ...cypherBox(edge.cypher));
  settle(`${data.nodes[edge.from].name} ${type.chinese} ${data.nodes[edge.to].name}`);
}

function showNothing() {
  const counts = Object.entries(data.kinds).map(([kind, look]) => [look.chinese, String(data.nodes.filter((node) => node.kind === kind).length)]);
  byId("panel").replaceChildren(
    make("h2", {}, ...both("怎样看这张图", "How to read it")),
    make("p", {}, "点节点看它的事实、原文与条款；点线看谁因哪句话与之相连。牵头为粗深线，配合为浅细线；越大的节点牵连越多。"),
    make("p", { lang: "en" }, "Click a node for its facts and the words that prove them, a line for why two are joined. Leads are dark and wide, support is light; the larger a node, the more it is joined to."),
    make("h3", {}, ...both("内容", "Contents")), factList(counts));
  settle("");
}
