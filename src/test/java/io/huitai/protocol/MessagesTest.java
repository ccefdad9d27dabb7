package io.huitai.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import io.huitai.shop.id.ProgrammeId;
import io.huitai.shop.id.TierId;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The messages as they stand on the wire. Tills in the field speak them: a change here needs a new version.
class MessagesTest {
    private static final JsonMapper JSON = Protocol.json();

    @Test
    void messagesKeepTheirShape() {
        var store = new StoreId("S001");
        var till = new TillId("T1");
        var item = JSON.createObjectNode().put("kind", "MemberSent");
        item.putObject("body");
        shape(
                new HelloMessage(
                        1, store, till, 1, "a2V5", true, new ProgrammeId("standard-card"), new TierId("classic"), 7),
                "{'version':1,'store':'S001','till':'T1','epoch':1,'publicKey':'a2V5','training':true,"
                        + "'programme':'standard-card','firstTier':'classic','entries':7}");
        shape(new WelcomeMessage(1, 7, "ab", "cd"), "{'version':1,'held':7,'head':'ab','codeKey':'cd'}");
        shape(new AcknowledgedMessage(7, "ab"), "{'held':7,'head':'ab'}");
        shape(
                new RefusalMessage(RefusalReason.BAD_SIGNATURE, "Why", 7, "ab"),
                "{'reason':'bad-signature','text':'Why','held':7,'head':'ab'}");
        shape(
                new FeedRequestMessage(1, store, till, "0.1", 50),
                "{'version':1,'store':'S001','till':'T1','cursor':'0.1','most':50}");
        shape(
                new FeedMessage(List.of(item), "0.2", true),
                "{'items':[{'kind':'MemberSent','body':{}}],'cursor':'0.2','more':true}");
    }

    @Test
    void aNewerSidesFieldsArePassedOverAndMissingOnesAreNot() {
        assertThat(JSON.readValue("{\"held\":7,\"head\":\"ab\",\"moon\":1}", AcknowledgedMessage.class))
                .isEqualTo(new AcknowledgedMessage(7, "ab"));
        for (var bad : List.of("{\"held\":7}", "{\"held\":7,\"head\":null}", "{\"head\":\"ab\"}", "[]", "", "{} {}")) {
            assertThatThrownBy(() -> JSON.readValue(bad, AcknowledgedMessage.class))
                    .as(bad)
                    .isInstanceOf(JacksonException.class);
        }
    }

    private static void shape(Object message, String json) {
        var text = json.replace('\'', '"');
        assertThat(JSON.writeValueAsString(message)).isEqualTo(text);
        assertThat((Object) JSON.readValue(text, message.getClass())).isEqualTo(message);
    }
}
