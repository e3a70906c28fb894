package dev.quell.asterisk.ended;

import dev.quell.asterisk.protocol.Arguments;
import dev.quell.asterisk.protocol.Calls;
import dev.quell.asterisk.protocol.Form;
import dev.quell.asterisk.protocol.Refusal;
import dev.quell.asterisk.protocol.RefusedException;
import dev.quell.call.CallerNumber;
import dev.quell.call.NumberReader;
import dev.quell.known.KnownCallers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The numbers that the site called, as its dialplan tells them. The form is in the dialplan protocol, section 7. */
@Component
class DialledController implements Tellings {

    private static final Form FORM = new Form(Set.of("srv", "num"), Set.of("at"), Set.of());

    private final ToldDesk desk;
    private final NumberReader numbers;
    private final KnownCallers known;
    private final Clock clock;

    DialledController(ToldDesk desk, NumberReader numbers, KnownCallers known, Clock clock) {
        this.desk = desk;
        this.numbers = numbers;
        this.known = known;
        this.clock = clock;
    }

    @Override
    public Map<String, Function<HttpServletRequest, ResponseEntity<String>>> byPath() {
        return Map.of("/asterisk/v1/dialled", this::dialled);
    }

    private ResponseEntity<String> dialled(HttpServletRequest request) {
        return desk.take("dialled", request, FORM, this::dialled);
    }

    private String dialled(Arguments arguments) throws RefusedException {
        String server = Calls.server(arguments);
        CallerNumber number = numbers.read(arguments.get("num"));
        if (!number.identifies()) {
            throw new RefusedException(
                    Refusal.VALUE,
                    "num is no number of the public network; quell-dialled takes it without an outside line's prefix");
        }
        Instant now = clock.instant();
        Instant told = Instant.ofEpochSecond(arguments.number("at", now.getEpochSecond()));
        known.dialled(number, server, told.isAfter(now) ? now : told);
        return "OK";
    }
}
