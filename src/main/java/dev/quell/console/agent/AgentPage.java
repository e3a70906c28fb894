package dev.quell.console.agent;

import dev.quell.console.live.Streams;
import dev.quell.console.shell.Missing;
import dev.quell.console.shell.Tongue;
import dev.quell.flag.FlagReason;
import dev.quell.security.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /agent}: the call that the signed-in agent has. */
@Controller
class AgentPage {
    private static final Duration PACE = Duration.ofSeconds(1);

    private final MineMaker maker;
    private final Streams streams;
    private final Clock clock;

    AgentPage(MineMaker maker, Streams streams, Clock clock) {
        this.maker = maker;
        this.streams = streams;
        this.clock = clock;
    }

    @GetMapping("/agent")
    String show(
            Person person,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String fault,
            Locale locale,
            Model model) {
        model.addAttribute(
                        "mine",
                        person.agent()
                                .map(agent -> maker.of(agent, Tongue.of(locale)))
                                .orElseGet(() ->
                                        new Mine(clock.instant(), "", false, true, Optional.empty(), 0, List.of())))
                .addAttribute("account", person.id())
                .addAttribute("reasons", FlagReason.named())
                .addAttribute("done", known(done, AgentDeeds.DONE))
                .addAttribute("warn", AgentDeeds.WARN)
                .addAttribute("fault", known(fault, AgentDeeds.FAULTS));
        return "agent/agent";
    }

    private static String known(@Nullable String word, List<String> words) {
        return word != null && words.contains(word) ? word : "";
    }

    /** Tells the open page when to look again. */
    @GetMapping(path = "/agent/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(Person person, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String agent = person.agent().orElseThrow(Missing::new);
        streams.open(request, response, marks -> marks.of(agent), PACE);
    }
}
