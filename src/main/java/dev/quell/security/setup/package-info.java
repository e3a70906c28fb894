/** The first account of an installation. */
@NullMarked
package dev.quell.security.setup;

import org.jspecify.annotations.NullMarked;
