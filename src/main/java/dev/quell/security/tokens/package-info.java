/** Tokens of programs: what each may do and until when. */
@NamedInterface("tokens")
@NullMarked
package dev.quell.security.tokens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
