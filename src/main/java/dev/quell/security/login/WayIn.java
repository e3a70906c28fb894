package dev.quell.security.login;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** The port to a further way to sign in to the pages, with requests of its own. */
@FunctionalInterface
public interface WayIn {

    /** Adds it to the filters of the pages. */
    void addTo(HttpSecurity chain);
}
