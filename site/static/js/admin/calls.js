// Starts Wagtail's widgets where the page says so in <template data-call>; see core/admin_scripts.py.
const ALLOWED = /^(?:init(?:Date|Time|DateTime)Chooser|createTaskChooser|new (?:\w*Chooser|InlinePanel|MultipleChooserPanel))$/;

function run(template) {
  const { call, arguments: json } = template.dataset;
  template.remove();
  if (!ALLOWED.test(call)) return;
  const [name, construct] = [call.replace(/^new /, ""), call.startsWith("new ")];
  const values = JSON.parse(json);
  if (construct) new window[name](...values);
  else window[name](...values);
}

function runAll(root) {
  if (root.matches("template[data-call]")) run(root);
  else root.querySelectorAll("template[data-call]").forEach(run);
}

new MutationObserver((records) => {
  for (const record of records) {
    for (const node of record.addedNodes) if (node.nodeType === Node.ELEMENT_NODE && node.isConnected) runAll(node);
  }
}).observe(document.documentElement, { childList: true, subtree: true });
runAll(document.documentElement);
