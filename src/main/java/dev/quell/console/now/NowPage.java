package dev.quell.console.now;

import dev.quell.console.live.Marks;
import dev.quell.console.live.Streams;
import dev.quell.console.shell.Tongue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /now}: what goes on at this moment. */
@Controller
class NowPage {
    private static final Duration PACE = Duration.ofSeconds(2);

    private final NowMaker maker;
    private final Streams streams;

    NowPage(NowMaker maker, Streams streams) {
        this.maker = maker;
        this.streams = streams;
    }

    @GetMapping("/now")
    String show(Locale locale, Model model) {
        model.addAttribute("now", maker.now(Tongue.of(locale)));
        return "now/now";
    }

    /** Tells the open page when to look again. */
    @GetMapping(path = "/now/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(HttpServletRequest request, HttpServletResponse response) throws IOException {
        streams.open(request, response, Marks::all, PACE);
    }
}
