/** People whom another service vouches for: an OpenID Connect provider, or a directory that is asked over LDAP. Both are off unless settings say otherwise. */
@NamedInterface("outside")
@NullMarked
package dev.quell.security.outside;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
