/** How an instance learns that another one knows more of a caller: by a notice at once, and by versions where a notice was lost. */
@NullMarked
package dev.quell.storage.redis.notices;

import org.jspecify.annotations.NullMarked;
