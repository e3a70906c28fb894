/** The allow list and the block list. */
@NullMarked
package dev.quell.web.lists;

import org.jspecify.annotations.NullMarked;
