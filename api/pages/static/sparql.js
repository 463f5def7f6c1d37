// The query editor over the plain form: our prefixes, terms and examples, and no other host asked.
// Without this script, or without the editor's own, the form works as it is.
"use strict";

(async () => {
  const Yasgui = window.Yasgui;
  const form = document.getElementById("plain");
  if (!Yasgui || !form) return;
  const words = await (await fetch("/sparql/words")).json();
  const textarea = document.getElementById("query");

  const matching = (terms, token) => {
    const typed = ((token && token.autocompletionString) || "").toLowerCase();
    return terms.filter((term) => term.toLowerCase().includes(typed));
  };
  const completer = (base, name, terms) =>
    Yasgui.Yasqe.forkAutocompleter(base, {
      name,
      bulk: false,
      autoShow: true,
      persistenceId: null,
      get: (_editor, token) => Promise.resolve(matching(terms, token)),
    }, false);
  completer("class", "own-classes", words.classes);
  completer("property", "own-properties", words.properties);
  Yasgui.Yasqe.forkAutocompleter("prefixes", {
    name: "own-prefixes",
    persistenceId: null,
    get: () => Promise.resolve(
      Object.entries(words.prefixes).map(([prefix, iri]) => `${prefix}: <${iri}>`)),
  }, false);
  // The editor's own completers of classes and properties ask a server elsewhere.
  Yasgui.Yasqe.defaults.autocompleters =
    ["own-prefixes", "own-classes", "own-properties", "variables"];

  // All prefixes stand, folded, above the query, so that whatever is typed can be completed.
  const prologue = Object.entries(words.prefixes)
    .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>\n`).join("");
  const known = new Set(prologue.split("\n"));
  const withPrefixes = (query) =>
    prologue + query.split("\n").filter((line) => !line || !known.has(line)).join("\n");

  const editor = document.getElementById("editor");
  const yasgui = new Yasgui(editor, {
    autofocus: false,
    populateFromUrl: false,
    persistenceId: null,
    copyEndpointOnNewTab: false,
    endpointCatalogueOptions: { getData: () => [], keys: [] },
    requestConfig: { endpoint: `${location.origin}/sparql`, method: "POST" },
    yasqe: {
      value: withPrefixes(textarea.value),
      persistenceId: null,
      createShareableLink: undefined,
      editorHeight: "18rem",
    },
    yasr: { persistenceId: null, prefixes: words.prefixes },
  });
  const tab = yasgui.getTab();
  const yasqe = tab.getYasqe();
  yasqe.setValue(withPrefixes(textarea.value));
  yasqe.collapsePrefixes(true);
  // Tab moves on, as everywhere on a page; Control-Space completes.
  yasqe.setOption("extraKeys",
    { ...yasqe.getOption("extraKeys"), Tab: false, "Shift-Tab": false });
  form.hidden = true;

  const examples = document.createElement("p");
  examples.innerHTML = '<label for="examples">Begin with a question</label> <select id="examples"><option value="">...</option></select>';
  const choice = examples.querySelector("select");
  words.examples.forEach((example, number) => choice.add(new Option(example.asks, String(number))));
  choice.addEventListener("change", () => {
    if (choice.value === "") return;
    yasqe.setValue(withPrefixes(words.examples[Number(choice.value)].query));
    yasqe.collapsePrefixes(true);
  });
  editor.before(examples);

  const named = (selector, name) =>
    editor.querySelectorAll(selector).forEach((element) => element.setAttribute("aria-label", name));
  const name = () => {
    named(".CodeMirror textarea", "SPARQL query; Tab leaves the editor, Control-Space completes");
    named(".yasqe_queryButton", "Ask");
    named(".tableSizer", "Rows on a page");
    named(".tableFilter", "Filter the rows");
  };
  name();
  yasgui.on("queryResponse", () => { document.getElementById("answer").hidden = true; name(); });

  // The ways that other programs ask follow the query, a moment after the last key.
  let waiting;
  const follow = async () => {
    const query = yasqe.getValue();
    const answer = await fetch(`/sparql/ways?${new URLSearchParams({ query })}`);
    if (!answer.ok) return;
    const ways = await answer.json();
    const link = document.getElementById("permalink");
    link.href = link.textContent = ways.permalink;
    for (const way of ["curl", "python", "r"]) document.getElementById(`way-${way}`).textContent = ways[way];
  };
  yasqe.on("change", () => { clearTimeout(waiting); waiting = setTimeout(follow, 400); });
  await follow();

  for (const code of document.querySelectorAll("code[id^=way-]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "Copied";
    });
    code.parentElement.before(button);
  }
  document.body.dataset.editor = "ready";
})();
