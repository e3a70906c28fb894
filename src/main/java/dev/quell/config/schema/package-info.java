/** What keys the settings records declare. */
@NullMarked
package dev.quell.config.schema;

import org.jspecify.annotations.NullMarked;
