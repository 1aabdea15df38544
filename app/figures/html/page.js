"use strict";
// One page to hand round: nothing is loaded, nothing is sent.
const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words;
const byId = (id) => document.getElementById(id);

function make(tag, attributes = {}, text = "") {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}

const bytesOf = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
for (const run of data.runs) for (const site of run.sites) site.bytes = bytesOf(site.weights);

// What is looked at: the same layer and head in every run, and in each of them a token that asks.
const look = { site: data.look.site, layer: data.look.layer, head: data.look.head, query: data.runs.map(() => data.look.query) };

function weight(site, query, key) {
  const plane = look.layer * site.heads + look.head;
  return site.bytes[(plane * site.queries.length + query) * site.keys.length + key] / 255;
}

function shade(button, value) {
  button.style.background = `rgba(var(--blue), ${value.toFixed(3)})`;
  button.style.color = value > 0.55 ? "#fff" : "";
}

function sentenceOf(site, query) {
  const parts = site.keys
    .map((name, key) => ({ name, value: weight(site, query, key) }))
    .filter((part) => part.value >= 0.01)
    .sort((one, other) => other.value - one.value)
    .slice(0, 5)
    .map((part) => `${part.name} ${Math.round(part.value * 100)} %`);
  return words.looks.replace("%1", site.queries[query]).replace("%2", parts.join(words.comma));
}

function fill(select, count, chosen, name) {
  select.replaceChildren(
    ...Array.from({ length: count }, (_, index) => make("option", { value: index }, name.replace("%1", index + 1))));
  select.value = chosen;
}

function group(run, names, label, press) {
  const row = make("div", { class: "tokens", role: "group", "aria-label": label });
  names.forEach((name, index) => {
    const button = make("button", { type: "button", class: "token" }, name);
    if (press) {
      for (const event of ["click", "mouseenter", "focus"]) button.addEventListener(event, () => press(index));
      button.addEventListener("keydown", (key) => {
        const by = { ArrowRight: 1, ArrowLeft: -1 }[key.key];
        const next = by && row.children[index + by];
        if (next) { next.focus(); key.preventDefault(); key.stopPropagation(); }
      });
    } else {
      button.tabIndex = -1;
      button.disabled = true;
    }
    row.append(button);
  });
  return row;
}

function build() {
  const place = byId("runs");
  place.replaceChildren();
  data.runs.forEach((run, index) => {
    const site = run.sites[look.site];
    const is_self = site.is_self;
    const asks = group(index, site.queries, words.asks, (query) => { look.query[index] = query; paint(); });
    place.append(make("p", { class: "side" }, run.text), asks);
    run.asks = asks;
    run.answers = asks;
    if (!is_self) {
      run.answers = group(index, site.keys, words.answers, null);
      place.append(make("p", { class: "side" }, words.answers), run.answers);
    }
    run.said = make("p", { class: "said", "aria-live": "polite" });
    place.append(run.said);
  });
  paint();
}

function paint() {
  data.runs.forEach((run, index) => {
    const site = run.sites[look.site];
    const query = Math.min(look.query[index], site.queries.length - 1);
    [...run.asks.children].forEach((button, token) => button.setAttribute("aria-pressed", token === query));
    if (run.answers !== run.asks) [...run.asks.children].forEach((button) => shade(button, 0));
    [...run.answers.children].forEach((button, key) => shade(button, weight(site, query, key)));
    run.said.textContent = sentenceOf(site, query);
  });
}

function choosers() {
  const site = byId("site"), layer = byId("layer"), head = byId("head");
  site.replaceChildren(...data.runs[0].sites.map((each, index) => make("option", { value: index }, each.name)));
  site.value = look.site;
  const refill = () => {
    const shown = data.runs[0].sites[look.site];
    look.layer = Math.min(look.layer, shown.layers - 1);
    fill(layer, shown.layers, look.layer, words.layer);
    fill(head, shown.heads, look.head, words.head);
    build();
  };
  site.addEventListener("change", () => { look.site = Number(site.value); look.query.fill(0); refill(); });
  layer.addEventListener("change", () => { look.layer = Number(layer.value); paint(); });
  head.addEventListener("change", () => { look.head = Number(head.value); paint(); });
  refill();
}

function walk() {
  const steps = [...document.querySelectorAll(".step")];
  const list = byId("step"), previous = byId("previous"), next = byId("next");
  if (steps.length === 0) return;
  list.replaceChildren(...steps.map((step, index) =>
    make("option", { value: index }, `${index + 1}. ${step.querySelector("h2").textContent}`)));
  const show = (index) => {
    steps.forEach((step, other) => { step.hidden = other !== index; });
    list.value = index;
    previous.disabled = index === 0;
    next.disabled = index === steps.length - 1;
  };
  const go = (by) => show(Math.max(0, Math.min(steps.length - 1, Number(list.value) + by)));
  list.addEventListener("change", () => show(Number(list.value)));
  previous.addEventListener("click", () => go(-1));
  next.addEventListener("click", () => go(1));
  document.addEventListener("keydown", (key) => {
    if (["SELECT", "INPUT"].includes(key.target.tagName)) return;
    const by = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[key.key];
    if (by) { go(by); key.preventDefault(); }
  });
  byId("walk").hidden = false;
  show(0);
}

if (data.runs.length > 0) { byId("explore").hidden = false; choosers(); }
walk();
