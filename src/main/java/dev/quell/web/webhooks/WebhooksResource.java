package dev.quell.web.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quell.security.people.CurrentPerson;
import dev.quell.web.problem.ProblemException;
import dev.quell.webhook.Couriers;
import dev.quell.webhook.TargetState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/webhooks}: the targets that the settings name. */
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhooksResource {

    private final Couriers couriers;

    WebhooksResource(Couriers couriers) {
        this.couriers = couriers;
    }

    /**
     * How it goes with a target; what is not known is left out.
     *
     * @param url without a query, which may hold a secret
     * @param waiting messages that wait
     * @param oldest since when the oldest waits
     * @param delivered when a message was taken last, since this instance's start
     * @param failed when an attempt failed last
     * @param trouble why
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WebhookView(
            @Schema(example = "crm") String name,
            String url,
            int waiting,
            @Nullable Instant oldest,
            @Nullable Instant delivered,
            @Nullable Instant failed,
            @Nullable String trouble) {

        static WebhookView of(TargetState state) {
            return new WebhookView(
                    state.name(),
                    state.url(),
                    state.waiting(),
                    state.oldest().orElse(null),
                    state.delivered().orElse(null),
                    state.failed().orElse(null),
                    state.trouble().isEmpty() ? null : state.trouble());
        }
    }

    /**
     * What became of a test.
     *
     * @param status what the target answered, 0 if nothing
     * @param milliseconds that it took
     * @param trouble why it failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TestView(
            boolean delivered,
            int status,
            long milliseconds,
            @Nullable String trouble) {}

    @Operation(
            summary = "The webhooks' targets by name, and how it goes with them at this instance",
            description =
                    "Targets are named in the settings under quell.webhooks.targets. All of them at once; there are no pages.")
    @GetMapping
    List<WebhookView> list() {
        return couriers.states().stream().map(WebhookView::of).toList();
    }

    @Operation(
            summary = "Sends a signed test to a target at once",
            description = "The answer says what the target answered. The test is not queued and not tried again.")
    @PostMapping("/{name}/test")
    TestView test(
            @Parameter(description = "the target's name in the settings", example = "crm") @PathVariable String name) {
        Couriers.Tested tested = couriers.test(name, CurrentPerson.get().id())
                .orElseThrow(() -> ProblemException.notFound(
                        "The settings name no webhook of this name under quell.webhooks.targets."));
        return new TestView(
                tested.answer().taken(),
                tested.answer().status(),
                tested.took().toMillis(),
                tested.answer().taken() ? null : tested.answer().trouble());
    }
}
