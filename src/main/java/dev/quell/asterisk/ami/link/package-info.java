/** Keeps one Asterisk's manager connection up: login, watchdog, backoff, reconciliation, and the canary that proves the event stream whole. */
@NullMarked
package dev.quell.asterisk.ami.link;

import org.jspecify.annotations.NullMarked;
