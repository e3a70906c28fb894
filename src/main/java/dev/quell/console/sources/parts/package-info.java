/** What all pages about sources share: periods, addresses, where numbers belong, rows. */
@NullMarked
package dev.quell.console.sources.parts;

import org.jspecify.annotations.NullMarked;
