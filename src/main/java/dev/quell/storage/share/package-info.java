/** What an instance's database tells the shared stores, and what it takes from them. */
@NullMarked
package dev.quell.storage.share;

import org.jspecify.annotations.NullMarked;
