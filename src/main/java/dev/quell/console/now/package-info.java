/** What goes on at this moment: calls, queues, verdicts, trunks, and what Quell stands on. */
@NullMarked
package dev.quell.console.now;

import org.jspecify.annotations.NullMarked;
