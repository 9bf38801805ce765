// Three small things that Streamlit cannot do from Python: copy words, go to the cited provision, speak Chinese itself.
// Document text never enters this script; the labels are ui/components/chrome_labels.yaml.
(() => {
  document.documentElement.lang = "zh-CN";
  if (window.quanzeReady) return;
  window.quanzeReady = true;

  const copy = async (words) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(words);
    const box = document.createElement("textarea");   // an address without https has no clipboard object
    box.value = words;
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("button.qz-copy");
    if (!button) return;
    const link = button.dataset.link;
    await copy(link ? new URL(link, location.href).href : button.dataset.copy);
    const label = button.textContent;
    button.textContent = "已复制";
    setTimeout(() => { button.textContent = label; }, 1200);
  });

  // The cited provision is brought into view once for each address, when it arrives; the outline does it for itself.
  const show = () => {
    const target = document.querySelector(".qz-text .here");
    if (!target || window.quanzeShown === location.search) return;
    window.quanzeShown = location.search;
    setTimeout(() => target.scrollIntoView({ block: "center" }), 150);
  };
  // The numbers of pages stand under the list: whoever presses one reads on from its top.
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.('[data-testid="stPagination"] button')) return;
    const main = document.querySelector('[data-testid="stMain"]');
    setTimeout(() => main?.scrollTo({ top: 0 }), 300);
  });
  document.addEventListener("click", (event) => {
    const entry = event.target.closest?.(".qz-outline a[data-eid]");
    const provision = entry && document.getElementById(entry.dataset.eid);
    if (!provision || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    for (const old of document.querySelectorAll(".qz-text .here, .qz-outline .here")) old.classList.remove("here");
    entry.classList.add("here");
    provision.classList.add("here");
    history.replaceState(history.state, "", new URL(entry.getAttribute("href"), location.href));
    window.quanzeShown = location.search;
    provision.scrollIntoView({ block: "start" });
  });

  const labels = LABELS;
  const size = /^(\d+)MB per file(?: • .*)?$/;
  const speak = (node) => {
    const words = node.nodeValue.trim();
    const limit = words.match(size);
    if (limit) node.nodeValue = `单个文件不超过 ${limit[1]} MB`;
    else if (Object.hasOwn(labels, words)) node.nodeValue = labels[words];
  };
  const attributes = (element) => {
    for (const name of ["aria-label", "title", "placeholder"]) {
      const words = element.getAttribute?.(name);
      if (words && Object.hasOwn(labels, words)) element.setAttribute(name, labels[words]);
    }
  };
  const walk = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return speak(root);
    if (root.nodeType !== Node.ELEMENT_NODE || root.closest(".qz-text")) return;
    attributes(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.TEXT_NODE) speak(node); else attributes(node);
    }
  };
  walk(document.body);
  show();
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "characterData") speak(change.target);
      else change.addedNodes.forEach(walk);
    }
    show();
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
})();
