(function () {
"use strict";
var leave = document.getElementById("leave");
var shifts = 0;
function go() {
document.title = leave.hostname;
document.documentElement.hidden = true;
try {
window.top.location.replace(leave.href);
} catch (refused) {
window.location.replace(leave.href);
}
}
leave.addEventListener("click", function (event) {
event.preventDefault();
go();
});
document.addEventListener("keydown", function (event) {
shifts = event.key === "Shift" && !event.repeat ? shifts + 1 : 0;
if (shifts === 3) { go(); }
});
var where = document.getElementById("where");
if (where && navigator.geolocation) {
where.hidden = false;
where.addEventListener("submit", function (event) {
event.preventDefault();
navigator.geolocation.getCurrentPosition(function (found) {
where.elements.point.value = found.coords.latitude.toFixed(3) + "," + found.coords.longitude.toFixed(3);
where.submit();
}, function () {
document.getElementById("refused").hidden = false;
}, { maximumAge: 60000, timeout: 15000 });
});
}
}());
