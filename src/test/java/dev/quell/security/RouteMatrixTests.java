package dev.quell.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.quell.security.people.Role;
import dev.quell.security.tokens.Scope;
import dev.quell.security.tokens.Tokens;
import dev.quell.testing.SignedInAs;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every handler there is, asked by everybody there is: {@code security/matrix.txt} says who gets in, a handler a line. A handler that {@link Routes} lacks
 * fails, and so does one that the file lacks.
 */
@SpringBootTest(properties = {"quell.asterisk.agi.port=0", "quell.api.limit.burst=100000"})
class RouteMatrixTests {

    /** Who is asked for pages, and who for the interface: a session opens no interface, and a token no page. */
    private static final String ANYBODY = "anybody";

    @TempDir
    static Path directory;

    @Autowired
    WebApplicationContext service;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    Tokens tokens;

    @Autowired
    Clock clock;

    private MockMvc browser;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("quell.data-directory", directory::toString);
    }

    @BeforeEach
    void open() {
        browser = MockMvcBuilders.webAppContextSetup(service)
                .apply(springSecurity())
                .build();
    }

    private record Handler(HttpMethod method, String pattern) implements Comparable<Handler> {
        @Override
        public int compareTo(Handler other) {
            return toString().compareTo(other.toString());
        }

        /** A path that the pattern means. */
        String example() {
            return pattern.replaceAll("\\{[^}:]*:([a-z]+)\\|[^}]*}", "$1")
                    .replaceAll("/\\{\\*[^}]*}", "/x")
                    .replaceAll("\\{[^}]*}", "1")
                    .replace("/**", "/x");
        }

        boolean isPage() {
            return List.of("/api/", "/asterisk/", "/actuator", "/v3/").stream().noneMatch(pattern::startsWith);
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    private Set<Handler> handlers() {
        Set<Handler> handlers = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods().keySet().forEach(info -> add(info, handlers));
        }
        handlers.removeIf(handler -> handler.pattern().equals("/error"));
        return handlers;
    }

    /** A pattern that means one of several words is a handler a word. */
    private static void add(RequestMappingInfo info, Set<Handler> handlers) {
        Set<HttpMethod> methods = info.getMethodsCondition().getMethods().stream()
                .map(method -> HttpMethod.valueOf(method.name()))
                .collect(Collectors.toSet());
        for (String pattern : info.getPatternValues()) {
            for (HttpMethod method : methods.isEmpty() ? Set.of(HttpMethod.GET, HttpMethod.POST) : methods) {
                for (String each : words(pattern)) {
                    handlers.add(new Handler(method, each));
                }
            }
        }
    }

    private static List<String> words(String pattern) {
        String list = "{list:blocklist|allowlist}";
        return pattern.contains(list)
                ? List.of(pattern.replace(list, "blocklist"), pattern.replace(list, "allowlist"))
                : List.of(pattern);
    }

    @Test
    void everyHandlerStandsInTheTable() {
        assertThat(handlers())
                .hasSizeGreaterThan(40)
                .allSatisfy(
                        handler -> assertThat(Routes.find(handler.method(), PathContainer.parsePath(handler.example())))
                                .as("%s", handler)
                                .isPresent());
    }

    @Test
    void everybodyGetsInWhereTheMatrixSaysAndNowhereElse() throws IOException {
        Map<String, UnaryOperator<MockHttpServletRequestBuilder>> people = people();
        Map<String, UnaryOperator<MockHttpServletRequestBuilder>> programs = programs();
        List<String> seen = new ArrayList<>();
        for (Handler handler : handlers()) {
            List<String> in = new ArrayList<>();
            (handler.isPage() ? people : programs).forEach((who, as) -> {
                if (getsIn(handler, as)) {
                    in.add(who);
                }
            });
            seen.add(handler + ": " + words(in, handler));
        }

        assertThat(String.join("\n", seen)).isEqualTo(expected());
    }

    private static String words(List<String> in, Handler handler) {
        int all = handler.isPage() ? Role.values().length : Scope.values().length;
        if (in.contains(ANYBODY)) {
            return in.size() == all + 1 ? ANYBODY : "WRONG " + in;
        }
        return in.size() == all ? "all signed in" : String.join(" ", in);
    }

    private boolean getsIn(Handler handler, UnaryOperator<MockHttpServletRequestBuilder> as) {
        try {
            MockHttpServletResponse answer = browser.perform(
                            as.apply(MockMvcRequestBuilders.request(handler.method(), URI.create(handler.example())))
                                    .with(request -> {
                                        request.setRemoteAddr("192.0.2.7");
                                        return request;
                                    }))
                    .andReturn()
                    .getResponse();
            String to = answer.getHeader("Location");
            boolean toSignIn = to != null && to.startsWith("/login");
            return answer.getStatus() != 401 && answer.getStatus() != 403 && !toSignIn;
        } catch (Exception e) {
            throw new AssertionError(handler.toString(), e);
        }
    }

    private Map<String, UnaryOperator<MockHttpServletRequestBuilder>> people() {
        Map<String, UnaryOperator<MockHttpServletRequestBuilder>> people = new LinkedHashMap<>();
        people.put(ANYBODY, request -> request.with(csrf()));
        for (Role role : Role.values()) {
            MockHttpSession session = SignedInAs.roles(service, role);
            people.put(role.word(), request -> request.session(session).with(csrf()));
        }
        return people;
    }

    private Map<String, UnaryOperator<MockHttpServletRequestBuilder>> programs() {
        Map<String, UnaryOperator<MockHttpServletRequestBuilder>> programs = new LinkedHashMap<>();
        programs.put(ANYBODY, request -> request);
        Arrays.stream(Scope.values()).forEach(scope -> {
            String text = tokens.make("test", Set.of(scope), clock.instant().plus(Duration.ofHours(1)), "test")
                    .text();
            programs.put(scope.word(), request -> request.header("Authorization", "Bearer " + text));
        });
        return programs;
    }

    private static String expected() throws IOException {
        try (InputStream file = RouteMatrixTests.class.getResourceAsStream("/security/matrix.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.joining("\n"));
        }
    }
}
