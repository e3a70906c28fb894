// The console's own script: keys, the forms' token, the drawer. Every page works without it.
(function () {
  "use strict";

  var selected = -1;
  var renewals = 0;
  var renewed = 0;

  function rows() {
    return Array.prototype.slice.call(document.querySelectorAll("tr[data-row]"));
  }

  // Who speaks to the machine, or whose hands shake, turns single keys off.
  function singleKeys() {
    return document.documentElement.dataset.keys !== "off";
  }

  function typing(target) {
    return target.closest("input, select, textarea, [contenteditable]") !== null;
  }

  function go(step) {
    var all = rows();
    if (all.length === 0) {
      return;
    }
    selected = Math.max(0, Math.min(all.length - 1, selected + step));
    var link = all[selected].querySelector("a[data-open]");
    if (link) {
      link.focus();
      all[selected].scrollIntoView({ block: "nearest" });
    }
  }

  // A key that a button of the marked row names presses it; before any row is marked, of the row that is next.
  function press(key) {
    var row = selected >= 0 ? rows()[selected] : document.querySelector("tr[data-next]");
    var named = row && /^[a-z]$/.test(key) ? row.querySelector("button[data-key=" + key + "]") : null;
    if (named) {
      named.click();
    }
    return named !== null;
  }

  function drawer() {
    return document.getElementById("drawer");
  }

  // The focus goes back to the row that was open.
  function closeDrawer() {
    var panel = drawer();
    if (panel && panel.firstElementChild) {
      var open = document.querySelector("tr[aria-selected]");
      panel.replaceChildren();
      mark(null);
      if (open) {
        selected = rows().indexOf(open);
      }
      if (selected >= 0) {
        go(0);
      }
      return true;
    }
    return false;
  }

  function mark(open) {
    rows().forEach(function (row) {
      if (row === open) {
        row.setAttribute("aria-selected", "true");
      } else {
        row.removeAttribute("aria-selected");
      }
    });
  }

  // Of a menu that is open the focus goes back to what opened it.
  function closeMenu() {
    var menu = document.querySelector("details.menu[open]");
    if (menu) {
      menu.removeAttribute("open");
      menu.querySelector("summary").focus();
    }
    return menu !== null;
  }

  // Arrows scroll a page, so they lead through the rows only from a row on; Enter opens the marked row also when a deed took the focus off it.
  function step(key, target) {
    var inRow = target.closest("tr[data-row]") !== null;
    if (key === "j" || (inRow && key === "ArrowDown")) {
      go(1);
      return true;
    }
    if (key === "k" || (inRow && key === "ArrowUp")) {
      go(-1);
      return true;
    }
    var row = key === "Enter" && target === document.body && selected >= 0 ? rows()[selected] : null;
    var link = row ? row.querySelector("a[data-open]") : null;
    if (link) {
      link.click();
    }
    return link !== null;
  }

  function keys() {
    var help = document.getElementById("keys");
    if (help && !help.open) {
      help.showModal();
    }
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (event.key === "Escape" && (closeMenu() || (!document.querySelector("dialog[open]") && closeDrawer()))) {
      event.preventDefault();
      return;
    }
    if (!singleKeys() || typing(event.target) || document.querySelector("dialog[open]")) {
      return;
    }
    if (event.key === "/") {
      var search = document.querySelector("[data-search]");
      if (search) {
        event.preventDefault();
        search.focus();
        search.select();
      }
    } else if (step(event.key, event.target)) {
      event.preventDefault();
    } else if (event.key === "?") {
      event.preventDefault();
      keys();
    } else if (!event.repeat && press(event.key)) {
      event.preventDefault();
    }
  });

  document.addEventListener("focusin", function (event) {
    var row = event.target.closest("tr[data-row]");
    if (row) {
      selected = rows().indexOf(row);
    }
  });

  // A row opens wherever it is pressed, but where something else of it is meant: a link, a form, or text to be copied. The audit's rows only filter.
  function openRow(target) {
    var row = target.closest("tr[data-row]");
    var link = row ? row.querySelector("a.row-link[data-open]:not([href^='/audit'])") : null;
    var own = target.closest("a, button, summary, details, form, input, select, textarea, label");
    if (link && own === null && window.getSelection().isCollapsed) {
      link.click();
    }
  }

  document.addEventListener("click", function (event) {
    openRow(event.target);
    if (event.target.closest("#keys-open")) {
      keys();
    } else if (event.target.closest("[data-close]") && drawer()) {
      event.preventDefault();
      closeDrawer();
    }
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) {
        menu.removeAttribute("open");
      }
    });
  });

  // A range of time that is chosen by name leaves no half-filled fields in the address.
  document.addEventListener("submit", function (event) {
    if (event.target.method === "get") {
      event.target.querySelectorAll("input[name], select[name]").forEach(function (field) {
        if (field.value === "") {
          field.disabled = true;
        }
      });
    }
  });

  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[method=get] :disabled").forEach(function (field) {
      field.disabled = false;
    });
  });

  document.addEventListener("htmx:configRequest", function (event) {
    if (event.detail.elt.hasAttribute("hx-select-oob") && !document.getElementById("history")) {
      // A part of a source's own page, which is not there beside a list.
      event.detail.elt.removeAttribute("hx-select-oob");
    }
    var token = document.querySelector("meta[name=csrf]");
    if (token && event.detail.verb !== "get") {
      event.detail.headers["X-CSRF-TOKEN"] = token.content;
    }
  });

  // After a deed in the drawer the rows tell how things stand now: its own, and those of the same caller. An answer that a later one overtook is old.
  function renewRows() {
    var mine = ++renewals;
    window
      .fetch(window.location.href, { redirect: "manual", headers: { Accept: "text/html" } })
      .then(function (answer) {
        return answer.ok ? answer.text() : null;
      })
      .then(function (text) {
        if (text === null || mine < renewed) {
          return;
        }
        renewed = mine;
        var fresh = new DOMParser().parseFromString(text, "text/html");
        rows().forEach(function (row) {
          var now = fresh.querySelector('tr[data-row="' + CSS.escape(row.dataset.row) + '"]');
          if (now && !row.contains(document.activeElement)) {
            row.replaceChildren.apply(row, Array.prototype.slice.call(now.childNodes));
            window.htmx.process(row);
          }
        });
      })
      .catch(function () {
        // The rows stay as they are; the drawer has told what was done.
      });
  }

  document.addEventListener("htmx:afterRequest", function (event) {
    if (event.detail.successful && event.detail.requestConfig.verb !== "get" && drawer()) {
      if (document.activeElement && document.activeElement.closest("tr[data-row]")) {
        // The button that was pressed is about to be another one.
        document.activeElement.blur();
      }
      renewRows();
    }
  });

  // After a deed the focus is where it says what came of it, so that it is read out.
  document.addEventListener("htmx:afterSettle", function () {
    var said = document.querySelector("#why > [role=status], #why > [role=alert]");
    if (said && document.activeElement === document.body) {
      said.focus();
    }
  });

  document.addEventListener("htmx:afterSwap", function (event) {
    if (event.detail.target !== drawer()) {
      return;
    }
    mark(event.detail.requestConfig.elt.closest("tr[data-row]"));
    var title = drawer().querySelector("h2");
    if (title) {
      title.focus();
    }
  });

  // Where the drawer cannot be filled, the page itself is opened: it says why.
  document.addEventListener("htmx:responseError", function (event) {
    var link = event.detail.elt;
    if (link && link.href) {
      window.location.assign(link.href);
    } else {
      window.location.reload();
    }
  });

  var button = document.getElementById("keys-open");
  if (button) {
    button.hidden = false;
  }
})();
