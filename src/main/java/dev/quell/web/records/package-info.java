/** Says of answers where their records came from. */
@NullMarked
package dev.quell.web.records;

import org.jspecify.annotations.NullMarked;
