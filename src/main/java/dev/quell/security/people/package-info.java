/** Who signs in, and what each may do. */
@NamedInterface("people")
@NullMarked
package dev.quell.security.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
