/** The block list and the allow list. */
@NullMarked
package dev.quell.console.lists;

import org.jspecify.annotations.NullMarked;
