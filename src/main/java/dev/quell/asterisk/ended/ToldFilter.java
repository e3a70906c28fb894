package dev.quell.asterisk.ended;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Takes what the dialplan tells before everything that serves people. There is an end to every call: what the interface does around a request costs
 * several times the work that an end is. Strangers are turned away before they take a place. Whatever is not told here goes on to the interface and its rules.
 */
final class ToldFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final ResponseEntity<String> CROWDED = ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
            .body("LATER: more is told at once than can be taken; tell it again");

    private final transient Map<String, Function<HttpServletRequest, ResponseEntity<String>>> takers = new HashMap<>();
    private final transient ToldDesk desk;
    private final transient ToldRoom room;

    ToldFilter(Collection<Tellings> tellings, ToldDesk desk, ToldRoom room) {
        this.desk = desk;
        tellings.forEach(each -> takers.putAll(each.byPath()));
        this.room = room;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var taker = request.getMethod().equals("POST") ? takers.get(request.getRequestURI()) : null;
        if (taker == null) {
            chain.doFilter(request, response);
        } else {
            answer(response, taken(request, taker));
        }
    }

    private ResponseEntity<String> taken(
            HttpServletRequest request, Function<HttpServletRequest, ResponseEntity<String>> taker) throws IOException {
        String path = request.getRequestURI();
        Optional<ResponseEntity<String>> away = desk.turnsAway(path.substring(path.lastIndexOf('/') + 1), request);
        if (away.isPresent()) {
            return away.get();
        }
        if (!room.enter()) {
            return CROWDED;
        }
        try {
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
            return taker.apply(request);
        } finally {
            room.leave();
        }
    }

    private static void answer(HttpServletResponse response, ResponseEntity<String> answer) throws IOException {
        String text = answer.getBody();
        byte[] body = (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
        response.setStatus(answer.getStatusCode().value());
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
