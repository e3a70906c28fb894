package dev.quell.asterisk.ended;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** What can be told, by the path to which it is posted, with who takes it. */
interface Tellings {

    /** Takers are safe for many threads, and throw nothing. */
    Map<String, Function<HttpServletRequest, ResponseEntity<String>>> byPath();
}
