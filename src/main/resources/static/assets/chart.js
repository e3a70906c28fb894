// Calls over time above the log. A stretch that is drawn over becomes the filter's from and to. Without this script these fields serve.
(function () {
  "use strict";

  var figure = document.getElementById("chart");
  if (!figure || typeof uPlot === "undefined") {
    return;
  }

  function numbers(text) {
    return text === "" ? [] : text.split(" ").map(Number);
  }

  // Each span begins where the service's clock says; the last of these is where the last span ends.
  var starts = figure.dataset.starts.split(" ");
  var nuisance = numbers(figure.dataset.nuisance);
  var other = numbers(figure.dataset.other);
  var total = nuisance.map(function (count, at) {
    return count + other[at];
  });
  var places = nuisance.map(function (count, at) {
    return at;
  });
  var days = starts.length > 2 && starts[1].slice(0, 10) !== starts[0].slice(0, 10) && starts[1].slice(11) === starts[0].slice(11);
  var box = figure.querySelector(".plot");
  var read = figure.querySelector("[data-read]");

  function words(at) {
    return days ? starts[at].slice(0, 10) : starts[at].replace("T", " ");
  }

  function short(at) {
    if (at < 0 || at >= starts.length || at !== Math.floor(at)) {
      return "";
    }
    if (days) {
      return starts[at].slice(5, 10);
    }
    return nuisance.length > 48 ? starts[at].slice(5).replace("T", " ") : starts[at].slice(11);
  }

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function go(from, to) {
    var address = new URL(window.location.href);
    ["span", "page", "lang", "theme"].forEach(function (name) {
      address.searchParams.delete(name);
    });
    address.searchParams.set("from", starts[from]);
    address.searchParams.set("to", starts[to]);
    window.location.assign(address);
  }

  function chosen(plot) {
    if (plot.select.width < 2) {
      return;
    }
    var from = Math.round(plot.posToVal(plot.select.left, "x"));
    var to = Math.round(plot.posToVal(plot.select.left + plot.select.width, "x"));
    go(Math.max(0, from), Math.min(starts.length - 1, Math.max(from, to) + 1));
  }

  function told(plot) {
    var at = plot.cursor.idx;
    read.textContent = at === null || at === undefined ? "" : words(at) + ": " + nuisance[at] + " / " + total[at];
  }

  function bars(stroke, fill, alpha) {
    return {
      stroke: stroke,
      fill: fill,
      alpha: alpha,
      width: 0,
      points: { show: false },
      paths: uPlot.paths.bars({ size: [0.85, 60] }),
    };
  }

  function draw() {
    var soft = colour("--soft");
    var line = colour("--line");
    var axis = { stroke: soft, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 }, font: "12px sans-serif" };
    return new uPlot(
      {
        width: box.clientWidth,
        height: box.clientHeight,
        padding: [6, 40, 0, 0],
        legend: { show: false },
        cursor: { y: false, points: { show: false }, drag: { x: true, y: false, setScale: false } },
        scales: {
          x: { time: false, range: [-0.5, Math.max(0.5, nuisance.length - 0.5)] },
          y: { range: function (plot, least, most) { return [0, Math.max(1, most)]; } },
        },
        axes: [
          Object.assign({ size: 26, gap: 4, space: 110, incrs: [1, 2, 3, 4, 6, 12, 24, 48, 96, 168], values: function (plot, at) { return at.map(short); } }, axis),
          Object.assign({ size: 60, space: 18, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 1000000] }, axis),
        ],
        series: [{}, bars(colour("--accent"), colour("--accent"), 0.55), bars(colour("--bad"), colour("--bad"), 1)],
        hooks: { setSelect: [chosen], setCursor: [told] },
      },
      [places, total, nuisance],
      box
    );
  }

  // Of no call there is nothing to see.
  figure.hidden = Math.max.apply(null, total.concat(0)) === 0;
  if (figure.hidden) {
    return;
  }
  var plot = draw();
  var waiting = 0;
  new ResizeObserver(function () {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(function () {
      plot.setSize({ width: box.clientWidth, height: box.clientHeight });
    }, 50);
  }).observe(box);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", function () {
    plot.destroy();
    plot = draw();
  });
})();
