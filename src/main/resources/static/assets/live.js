// Pages that update by themselves: told by a stream of events that there is something new, the page asks for itself and puts the new parts in. It says when it
// is not up to date. Without this script it is a page like any other.
(function () {
  "use strict";

  var STALE_AFTER = 15000;
  var AGAIN_AFTER = 10000;
  var HOLD = 1000;

  var page = document.querySelector("[data-stream]");
  var stale = document.getElementById("stale");
  var again = document.getElementById("again");
  var heard = Date.now();
  var source = null;
  var timer = null;
  var asking = false;
  var wanted = false;

  function alive() {
    heard = Date.now();
    stale.hidden = true;
  }

  function shownCall() {
    var call = document.querySelector("[data-shown-call]");
    return call ? call.dataset.shownCall : "";
  }

  // Nobody means a caller who has been on the screen for the blink of an eye.
  function hold() {
    var buttons = document.querySelectorAll("[data-shown-call] button");
    buttons.forEach(function (button) {
      button.disabled = true;
    });
    window.setTimeout(function () {
      buttons.forEach(function (button) {
        button.disabled = false;
      });
    }, HOLD);
  }

  function boxes() {
    return Array.prototype.slice.call(document.querySelectorAll("[data-live] input[type=checkbox][id]"));
  }

  function put(fresh) {
    var before = shownCall();
    var ticked = {};
    boxes().forEach(function (box) {
      ticked[box.id] = box.checked;
    });
    var focused = document.activeElement && document.activeElement.id;
    document.querySelectorAll("[data-live]").forEach(function (part) {
      var found = fresh.getElementById(part.id);
      if (found && found.innerHTML !== part.innerHTML) {
        part.replaceChildren.apply(part, Array.prototype.slice.call(found.childNodes));
      }
    });
    if (focused && document.activeElement === document.body && document.getElementById(focused)) {
      document.getElementById(focused).focus();
    }
    if (shownCall() === before) {
      // What a person chose for this call stands, whatever else changed.
      boxes().forEach(function (box) {
        if (box.id in ticked) {
          box.checked = ticked[box.id];
        }
      });
    }
    if (shownCall() !== before && shownCall() !== "") {
      hold();
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
    source = new EventSource(page.dataset.stream);
    source.addEventListener("change", look);
    source.addEventListener("beat", page.dataset.beat === "look" ? look : alive);
    source.addEventListener("open", alive);
    source.addEventListener("error", function () {
      if (source && source.readyState === EventSource.CLOSED) {
        source = null;
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

  // One key for one button, where a page has such.
  document.addEventListener("keydown", function (event) {
    if (document.documentElement.dataset.keys === "off" || event.ctrlKey || event.altKey || event.metaKey || event.repeat) {
      return;
    }
    if (event.target.closest("input:not([type=checkbox]), select, textarea") || document.querySelector("dialog[open]")) {
      return;
    }
    var button = /^[0-9a-z]$/.test(event.key) ? document.querySelector('[data-key="' + event.key + '"]') : null;
    if (button && !button.disabled) {
      event.preventDefault();
      button.click();
    }
  });
})();
