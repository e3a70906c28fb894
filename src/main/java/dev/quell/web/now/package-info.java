/** What goes on at this moment, and what went on by the hour. */
@NullMarked
package dev.quell.web.now;

import org.jspecify.annotations.NullMarked;
