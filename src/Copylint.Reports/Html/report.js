(function () {
  var form = document.getElementById("filters");
  if (!form) return;
  var notes = Array.from(document.querySelectorAll(".notes li"));
  var marks = Array.from(document.querySelectorAll(".mark"));
  function chosen(kind) { return Array.from(form.querySelectorAll("[data-filter=" + kind + "]:checked")).map(function (box) { return box.value; }); }
  function apply() {
    var severities = chosen("severity"), families = chosen("family"), shown = {}, count = 0;
    notes.forEach(function (note) {
      var on = severities.includes(note.dataset.severity) && families.includes(note.dataset.family);
      note.hidden = !on;
      if (on) { shown[note.id.slice(1)] = true; count++; }
    });
    marks.forEach(function (mark) { mark.classList.toggle("off", !mark.dataset.findings.split(" ").some(function (n) { return shown[n]; })); });
    document.getElementById("shown").textContent = count + " of " + notes.length + " findings shown";
  }
  form.addEventListener("change", apply);
  apply();
})();
