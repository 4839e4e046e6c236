(function () {
"use strict";
/* The largest letters with which everything stands on one side; without this, those of the style. */
var paper = document.querySelector("main");
var foot = paper.querySelector("footer");
function fits() {
var end = paper.getBoundingClientRect().bottom - parseFloat(getComputedStyle(paper).paddingBottom);
return foot.getBoundingClientRect().bottom <= end + 0.5;
}
document.fonts.ready.then(function () {
for (var percent = 130; percent >= 60; percent -= 2) {
paper.style.setProperty("--fit", percent / 100);
if (fits()) { return; }
}
});
})();
