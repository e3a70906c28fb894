/** What would happen now to a call of a number. */
@NullMarked
package dev.quell.web.numbers;

import org.jspecify.annotations.NullMarked;
