// The visible picture as SVG, drawn anew with title, note and legend; PNG and print are made of that SVG.
// `share` says how far the type grows with the sheet: a file can be zoomed into, paper can't.
function buildSvg(share) {
  const positions = network.getPositions();
  const seen = data.nodes.map((_, i) => i).filter((i) => shown.nodes[i]);
  const xs = seen.map((i) => positions[i].x);
  const ys = seen.map((i) => positions[i].y);
  const pad = 170;
  const left = Math.min(...xs, 0) - pad;
  const top = Math.min(...ys, 0) - 60;
  const width = Math.max(Math.max(...xs, 0) + pad - left, 900);
  const height = Math.max(...ys, 0) + 60 - top;
  const big = Math.max(1, width / 1500); // title and legend stay readable when the whole is shrunk to a sheet
  const head = 96 * big;
  const column = 190 * big;
  const columns = Math.floor(width / column);
  const legend = 30 * big * Math.ceil(Object.keys(data.kinds).length / columns) + 20;
  const drawn = makeSvg("svg", { xmlns: SVG, viewBox: `0 0 ${width} ${height + head + legend}`, width, height: height + head + legend, "font-family": FONT.replace(/"/g, "'"), role: "img" });
  const text = (words, attributes) => { const element = makeSvg("text", { fill: "#1d2733", ...attributes }); element.textContent = words; return element; };
  drawn.append(makeSvg("rect", { width: "100%", height: "100%", fill: "#fbfaf6" }));
  drawn.append(text(data.title, { x: 24 * big, y: 44 * big, "font-size": 28 * big, "font-weight": 600 }), text(data.note, { x: 24 * big, y: 74 * big, "font-size": 15 * big, fill: "#5d6875" }));
  const at = (i) => ({ x: positions[i].x - left, y: positions[i].y - top + head });
  const lines = makeSvg("g", { fill: "none" });
  data.edges.forEach((edge, e) => {
    if (!shown.edges[e]) return;
    const [a, b] = [at(edge.from), at(edge.to)];
    lines.append(makeSvg("line", {
      x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: baseEdge[e].color.color, "stroke-width": baseEdge[e].width,
      "stroke-opacity": baseEdge[e].color.opacity, ...(data.types[edge.type].dashed ? { "stroke-dasharray": "6 5" } : {}),
    }));
  });
  drawn.append(lines);
  for (const i of seen) {
    const look = data.kinds[data.nodes[i].kind];
    const shape = shapeOf(look.shape, at(i).x, at(i).y, size[i], { fill: look.color, stroke: "#fff", "stroke-width": 1 });
    const name = makeSvg("title", {});
    name.textContent = data.nodes[i].name;
    shape.append(name);
    drawn.append(shape);
  }
  const out = outward(positions);
  const labels = fitLabels((i) => (shown.nodes[i] ? { ...at(i), r: size[i], outer: out(i) } : null), wordsAt(1), null, { grow: Math.max(1, big * share) });
  const anchors = { left: "start", right: "end", center: "middle" };
  for (const label of labels) {
    drawn.append(text(label.words, {
      x: label.x, y: label.y, "font-size": label.font.pixels, "font-weight": label.font.weight, "text-anchor": anchors[label.align],
      "dominant-baseline": "central", stroke: "#fbfaf6", "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke",
    }));
  }
  Object.values(data.kinds).forEach((look, turn) => {
    const x = 30 * big + (turn % columns) * column;
    const y = height + head + 20 + Math.floor(turn / columns) * 30 * big;
    drawn.append(shapeOf(look.shape, x, y, 7 * big, { fill: look.color }), text(`${look.chinese} ${look.english}`, { x: x + 16 * big, y: y + 5 * big, "font-size": 14 * big }));
  });
  return drawn;
}

function save(blob, ending) {
  const link = make("a", { href: URL.createObjectURL(blob), download: `${data.title.replace(/[\\/:*?"<>|\s]+/g, " ").trim().slice(0, 80) || "picture"}.${ending}` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function svgBlob() {
  return new Blob([new XMLSerializer().serializeToString(buildSvg(0.6))], { type: "image/svg+xml;charset=utf-8" });
}

function savePng() {
  const address = URL.createObjectURL(svgBlob());
  const image = new Image();
  image.onload = () => {
    const scale = Math.min(2, 8000 / Math.max(image.width, image.height));
    const canvas = make("canvas", { width: Math.round(image.width * scale), height: Math.round(image.height * scale) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(blob, "png"), "image/png");
    URL.revokeObjectURL(address);
  };
  image.src = address;
}

byId("svg").addEventListener("click", () => save(svgBlob(), "svg"));
byId("png").addEventListener("click", savePng);
byId("print").addEventListener("click", () => window.print());
window.addEventListener("beforeprint", () => {
  document.body.classList.toggle("selected", state.selected !== null);
  byId("paper").replaceChildren(buildSvg(0.95));
});
window.addEventListener("afterprint", () => byId("paper").replaceChildren());
