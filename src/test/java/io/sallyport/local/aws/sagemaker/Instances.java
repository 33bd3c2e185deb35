package io.sallyport.local.aws.sagemaker;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sallyport.local.aws.protocol.AwsError;
import org.jspecify.annotations.Nullable;

/** A job has one machine here: this one. */
final class Instances {

  private Instances() {}

  static void one(@Nullable Integer count) {
    if (count == null || count != 1) {
      throw AwsError.validation("InstanceCount is " + count + "; the limit here is 1");
    }
  }

  static ObjectNode resourceConfig() {
    ObjectNode config = JsonNodeFactory.instance.objectNode().put("current_host", "algo-1");
    config.putArray("hosts").add("algo-1");
    return config.put("network_interface_name", "eth0");
  }
}
