/** How keys, values and places are said to people. */
@NullMarked
package dev.quell.config.words;

import org.jspecify.annotations.NullMarked;
