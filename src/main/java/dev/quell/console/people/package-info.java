/** The page of accounts and tokens. */
@NullMarked
package dev.quell.console.people;

import org.jspecify.annotations.NullMarked;
