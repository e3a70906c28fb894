package dev.quell.storage.redis.calls;

import dev.quell.call.CallToken;
import dev.quell.call.CallerNumber;
import dev.quell.call.Printable;
import dev.quell.screening.CallScreened;
import dev.quell.storage.jdbc.TokenHash;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** A screened call as JSON, about 1 KB, where all instances read it. Its token is not in it. */
final class CallForm {

    private static final Logger LOG = LoggerFactory.getLogger(CallForm.class);
    private static final int SHOWN = 200;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .addModule(new SimpleModule("calls")
                    .addSerializer(CallerNumber.class, new WriteCaller())
                    .addDeserializer(CallerNumber.class, new ReadCaller())
                    .addSerializer(CallToken.class, new WriteNothing())
                    .addDeserializer(CallToken.class, new ReadNothing()))
            .build();

    private CallForm() {}

    static byte[] write(CallScreened call) {
        return JSON.writeValueAsBytes(call);
    }

    /**
     * Reads a call back; empty if another version of Quell wrote it in a form that is not known here.
     *
     * @param token the call's token; without it the call gets one that matches none
     */
    static Optional<CallScreened> read(byte[] bytes, Optional<CallToken> token) {
        try {
            @Nullable CallScreened call = JSON.readValue(bytes, CallScreened.class);
            return Optional.ofNullable(call)
                    .map(read -> token.map(known -> with(known, read)).orElse(read));
        } catch (JacksonException e) {
            LOG.warn(
                    "A call that another instance screened cannot be read; all instances should be of one version: {}",
                    Printable.of(e.getOriginalMessage(), SHOWN));
            return Optional.empty();
        }
    }

    private static CallScreened with(CallToken token, CallScreened call) {
        return new CallScreened(
                call.call(),
                token,
                call.caseNumber(),
                call.verdict(),
                call.applied(),
                call.appliedBecause(),
                call.talkThreshold(),
                call.keyLeadsToQueue(),
                call.label(),
                call.took(),
                call.disturbances());
    }

    private static final class WriteCaller extends ValueSerializer<CallerNumber> {
        @Override
        public void serialize(CallerNumber value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.key());
        }
    }

    private static final class ReadCaller extends ValueDeserializer<CallerNumber> {
        @Override
        public CallerNumber deserialize(JsonParser json, DeserializationContext context) {
            return CallerNumber.ofKey(json.getString());
        }
    }

    private static final class WriteNothing extends ValueSerializer<CallToken> {
        @Override
        public void serialize(CallToken value, JsonGenerator json, SerializationContext context) {
            json.writeString("");
        }
    }

    private static final class ReadNothing extends ValueDeserializer<CallToken> {
        @Override
        public CallToken deserialize(JsonParser json, DeserializationContext context) {
            return TokenHash.unknown();
        }
    }
}
