package dev.quell.web.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quell.security.people.CurrentPerson;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.paging.InPages;
import dev.quell.web.paging.Paging;
import dev.quell.web.paging.Part;
import dev.quell.web.problem.ProblemException;
import dev.quell.webhook.Couriers;
import dev.quell.webhook.TargetState;
import dev.quell.webhook.Waiting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/webhooks}: the targets that the settings name. */
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhooksResource {

    private static final Paging<Long> DELIVERIES = Paging.byNumber("deliveries", 100, 1000);

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

    /**
     * A message that waits for its target.
     *
     * @param id the same at each attempt
     * @param event its kind
     * @param next when it is tried; past while the target as a whole is left alone
     * @param tries how often it was
     */
    record DeliveryView(String id, String event, Instant made, Instant next, int tries) {
        static DeliveryView of(Waiting message) {
            return new DeliveryView(
                    message.message(), message.event(), message.madeAt(), message.nextAt(), message.tries());
        }
    }

    @Operation(
            summary = "The messages that wait for a target at this instance, oldest first",
            description = "What was taken is not kept.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "messages, 1 to 1000; 100 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000", defaultValue = "100"))
    @InPages
    @GetMapping("/{name}/deliveries")
    ResponseEntity<List<DeliveryView>> deliveries(
            @Parameter(description = "the target's name in the settings", example = "crm") @PathVariable String name,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, Paging.PAGE, Paging.LIMIT);
        Part<Long> part = DELIVERIES.read(input);
        input.throwIfFaulty();
        List<Waiting> waiting =
                couriers.waiting(name, part.after().orElse(0L), part.fetch()).orElseThrow(WebhooksResource::absent);
        return part.answer(query, waiting, Waiting::id, DeliveryView::of);
    }

    @Operation(
            summary = "Sends a signed test to a target at once",
            description = "The answer says what the target answered. The test is not queued and not tried again.")
    @PostMapping("/{name}/test")
    TestView test(
            @Parameter(description = "the target's name in the settings", example = "crm") @PathVariable String name) {
        Couriers.Tested tested = couriers.test(name, CurrentPerson.get().id()).orElseThrow(WebhooksResource::absent);
        return new TestView(
                tested.answer().taken(),
                tested.answer().status(),
                tested.took().toMillis(),
                tested.answer().taken() ? null : tested.answer().trouble());
    }

    private static ProblemException absent() {
        return ProblemException.notFound("The settings name no webhook of this name under quell.webhooks.targets.");
    }
}
