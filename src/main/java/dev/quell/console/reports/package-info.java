/** Reports: of a period one chooses, and those that schedules sent. */
@NullMarked
package dev.quell.console.reports;

import org.jspecify.annotations.NullMarked;
