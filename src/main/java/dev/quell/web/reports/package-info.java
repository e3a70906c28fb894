/** Reports of a period, their schedules, and what was sent. */
@NullMarked
package dev.quell.web.reports;

import org.jspecify.annotations.NullMarked;
