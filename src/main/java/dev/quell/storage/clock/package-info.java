/** Whether the machine's clock can be believed, from what this instance knows of earlier times. */
@NullMarked
package dev.quell.storage.clock;

import org.jspecify.annotations.NullMarked;
