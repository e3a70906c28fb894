/** Sign-in with name and password of a directory that is asked over LDAP. */
@NullMarked
package dev.quell.security.outside.ldap;

import org.jspecify.annotations.NullMarked;
