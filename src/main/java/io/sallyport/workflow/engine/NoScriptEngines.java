package io.sallyport.workflow.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.jspecify.annotations.Nullable;

/** No diagram runs a script: there is no engine for any language (R02). */
class NoScriptEngines implements ScriptEngineResolver {

  @Override
  public void addScriptEngineFactory(ScriptEngineFactory factory) {
    throw new UnsupportedOperationException("No script engine is ever registered");
  }

  @Override
  public @Nullable ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
    return null;
  }

  @Override
  public ScriptEngineManager getScriptEngineManager() {
    throw new UnsupportedOperationException("There are no script engines");
  }
}
