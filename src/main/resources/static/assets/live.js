// Pages that update by themselves: told by a stream of events that there is something new, the page asks for itself and puts the new parts in. It says when it
// is not up to date. Without this script it is a page like any other.
(function () {
  "use strict";

  var STALE_AFTER = 15000;
  var AGAIN_AFTER = 10000;
  var HOLD = 1000;
  var TWICE = 3000;

  var page = document.querySelector("[data-stream]");
  var stale = document.getElementById("stale");
  var again = document.getElementById("again");
  var heard = Date.now();
  var source = null;
  var timer = null;
  var refused = false;
  var asking = false;
  var wanted = false;
  var held = null;
  var last = {};

  function alive() {
    heard = Date.now();
    stale.hidden = !refused;
  }

  // The name of this page's stream, and of the one that it takes the place of: that of the page before in this window, of whose end the service does not hear.
  function address() {
    var name = Math.random().toString(36).slice(2);
    var query = "?page=" + name;
    try {
      var before = window.sessionStorage.getItem("quell-stream");
      window.sessionStorage.setItem("quell-stream", name);
      return page.dataset.stream + query + (before ? "&instead=" + before : "");
    } catch (forbidden) {
      return page.dataset.stream + query;
    }
  }

  function shownCall() {
    var call = document.querySelector("[data-shown-call]");
    return call ? call.dataset.shownCall : "";
  }

  // Since when what the buttons would do is on the screen; the next page of this window goes on counting.
  function shownSince(what) {
    var kept = {};
    try {
      kept = JSON.parse(window.sessionStorage.getItem("quell-shown") || "{}");
    } catch (unreadable) {
      kept = {};
    }
    var now = Date.now();
    if (kept.what !== what || !(kept.at <= now)) {
      kept = { what: what, at: now };
      try {
        window.sessionStorage.setItem("quell-shown", JSON.stringify(kept));
      } catch (full) {
        // Without a memory the buttons rest once more on the next page.
      }
    }
    return kept.at;
  }

  // Nobody means a caller, or a button, that has been on the screen for the blink of an eye.
  function hold() {
    var call = document.querySelector("[data-shown-call]");
    if (!call) {
      return;
    }
    var what = call.dataset.held || call.dataset.shownCall;
    var left = shownSince(what) + HOLD - Date.now();
    call.querySelectorAll("button").forEach(function (button) {
      button.disabled = left > 0;
    });
    window.clearTimeout(held);
    if (left > 0) {
      held = window.setTimeout(hold, left);
    }
  }

  function fields() {
    return Array.prototype.slice.call(
      document.querySelectorAll(
        "[data-live] input[id]:not([type=hidden]), [data-live] select[id], [data-live] textarea[id], [data-live] details[id]"
      )
    );
  }

  function state(field) {
    return field.tagName === "DETAILS" ? { open: field.open } : { checked: field.checked, value: field.value };
  }

  // What came from the service last; what this script changed in it since is no news.
  function served(root) {
    var parts = {};
    root.querySelectorAll("[data-live]").forEach(function (part) {
      parts[part.id] = part.innerHTML;
    });
    return parts;
  }

  function put(fresh) {
    var before = shownCall();
    var chosen = {};
    fields().forEach(function (field) {
      chosen[field.id] = state(field);
    });
    var focused = document.activeElement && document.activeElement.id;
    var now = served(fresh);
    document.querySelectorAll("[data-live]").forEach(function (part) {
      if (part.id in now && now[part.id] !== last[part.id]) {
        last[part.id] = now[part.id];
        part.replaceChildren.apply(part, Array.prototype.slice.call(fresh.getElementById(part.id).childNodes));
      }
    });
    if (shownCall() === before) {
      // What a person chose for this call stands, whatever else changed.
      fields().forEach(function (field) {
        if (field.id in chosen) {
          Object.assign(field, chosen[field.id]);
        }
      });
    }
    hold();
    if (focused && document.activeElement === document.body && document.getElementById(focused)) {
      document.getElementById(focused).focus();
    }
  }

  function look() {
    if (asking) {
      wanted = true;
      return;
    }
    asking = true;
    fetch(window.location.href, { redirect: "manual", headers: { "Quell-By-Itself": "1", Accept: "text/html" } })
      .then(function (answer) {
        if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
          // Signed out, or no longer open to this person: the page itself says so.
          window.location.reload();
          return null;
        }
        return answer.ok ? answer.text() : null;
      })
      .then(function (text) {
        if (text !== null) {
          put(new DOMParser().parseFromString(text, "text/html"));
          alive();
        }
      })
      .catch(function () {
        // The service is away; the page says that it is stale when it has been away for long enough.
      })
      .then(function () {
        asking = false;
        if (wanted) {
          wanted = false;
          look();
        }
      });
  }

  function later() {
    window.clearTimeout(timer);
    timer = window.setTimeout(function () {
      look();
      open();
    }, AGAIN_AFTER);
  }

  function open() {
    if (source || document.hidden) {
      return;
    }
    source = new EventSource(address());
    source.addEventListener("change", look);
    source.addEventListener("beat", page.dataset.beat === "look" ? look : alive);
    var first = true;
    source.addEventListener("open", function () {
      refused = false;
      if (first) {
        first = false;
        alive();
      } else {
        // The service ended it, perhaps since this person may see something else now.
        look();
      }
    });
    source.addEventListener("error", function () {
      if (source && source.readyState === EventSource.CLOSED) {
        source = null;
        // It is told of nothing now, and says so at once.
        refused = true;
        stale.hidden = false;
        later();
      }
    });
  }

  function close() {
    if (source) {
      source.close();
      source = null;
    }
    window.clearTimeout(timer);
  }

  if (page && stale && window.EventSource && window.fetch) {
    if (again) {
      again.hidden = true;
    }
    open();
    window.setInterval(function () {
      if (!document.hidden && Date.now() - heard > STALE_AFTER) {
        stale.hidden = false;
        if (again) {
          again.hidden = false;
        }
      } else if (again && stale.hidden) {
        again.hidden = true;
      }
    }, 1000);
    // A page that nobody looks at holds no connection.
    document.addEventListener("visibilitychange", function () {
      if (document.hidden) {
        close();
      } else {
        look();
        open();
      }
    });
    window.addEventListener("pagehide", close);
  }

  last = served(document);
  hold();

  // A button that takes somebody away wants its key twice, so that no stray key does it.
  function press(button) {
    if (!button.dataset.twice || button.dataset.armed) {
      button.click();
      return;
    }
    var words = button.textContent;
    button.dataset.armed = "yes";
    button.textContent = button.dataset.twice;
    window.setTimeout(function () {
      delete button.dataset.armed;
      button.textContent = words;
    }, TWICE);
  }

  // One key for one button, where a page has such.
  document.addEventListener("keydown", function (event) {
    if (document.documentElement.dataset.keys === "off" || event.ctrlKey || event.altKey || event.metaKey || event.repeat) {
      return;
    }
    if (event.target.closest("input:not([type=checkbox]), select, textarea") || document.querySelector("dialog[open]")) {
      return;
    }
    var button = /^[0-9a-z]$/.test(event.key) ? document.querySelector('[data-key="' + event.key + '"]:not(:disabled)') : null;
    if (button) {
      event.preventDefault();
      press(button);
    }
  });
})();
