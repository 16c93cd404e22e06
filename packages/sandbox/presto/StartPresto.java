import com.facebook.presto.server.PluginManager;
import com.facebook.presto.server.PrestoServer;
import com.facebook.presto.spi.ColumnHandle;
import com.facebook.presto.spi.ColumnMetadata;
import com.facebook.presto.spi.ConnectorHandleResolver;
import com.facebook.presto.spi.ConnectorPageSource;
import com.facebook.presto.spi.ConnectorSession;
import com.facebook.presto.spi.ConnectorSplit;
import com.facebook.presto.spi.ConnectorTableMetadata;
import com.facebook.presto.spi.FixedPageSource;
import com.facebook.presto.spi.FixedSplitSource;
import com.facebook.presto.spi.MaterializedViewDefinition;
import com.facebook.presto.spi.Plugin;
import com.facebook.presto.spi.SchemaTableName;
import com.facebook.presto.spi.SchemaTablePrefix;
import com.facebook.presto.spi.SplitContext;
import com.facebook.presto.spi.connector.Connector;
import com.facebook.presto.spi.connector.ConnectorCapabilities;
import com.facebook.presto.spi.connector.ConnectorContext;
import com.facebook.presto.spi.connector.ConnectorFactory;
import com.facebook.presto.spi.connector.ConnectorMetadata;
import com.facebook.presto.spi.connector.ConnectorPageSourceProvider;
import com.facebook.presto.spi.connector.ConnectorSplitManager;
import com.facebook.presto.spi.connector.ConnectorTransactionHandle;
import com.facebook.presto.spi.session.PropertyMetadata;
import com.facebook.presto.spi.transaction.IsolationLevel;
import com.facebook.presto.testing.TestingHandleResolver;
import com.facebook.presto.testing.TestingMetadata;
import com.facebook.presto.testing.TestingTransactionHandle;
import com.google.inject.Inject;
import com.google.inject.Module;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Starts a PrestoDB server whose connector `memory` keeps tables, views and materialized views, but no rows: of the
 * connectors of that version Maven Central has none with views. What it knows it keeps in PrestoDB's own TestingMetadata.
 */
public final class StartPresto
        extends PrestoServer
{
    public static void main(String[] args)
    {
        new StartPresto().run();
    }

    @Override
    protected Iterable<? extends Module> getAdditionalModules()
    {
        return List.of(binder -> binder.bind(InstalledConnector.class).asEagerSingleton());
    }

    static final class InstalledConnector
    {
        @Inject
        InstalledConnector(PluginManager plugins)
        {
            plugins.installPlugin(new Plugin()
            {
                @Override
                public Iterable<ConnectorFactory> getConnectorFactories()
                {
                    return List.of(new RowlessFactory());
                }
            });
        }
    }

    static final class RowlessFactory
            implements ConnectorFactory
    {
        @Override
        public String getName()
        {
            return "memory";
        }

        @Override
        public ConnectorHandleResolver getHandleResolver()
        {
            return new TestingHandleResolver();
        }

        @Override
        public Connector create(String catalog, Map<String, String> configuration, ConnectorContext context)
        {
            return new RowlessConnector();
        }
    }

    static final class RowlessConnector
            implements Connector
    {
        private final ConnectorMetadata metadata = new RowlessMetadata();

        @Override
        public ConnectorTransactionHandle beginTransaction(IsolationLevel isolation, boolean readOnly)
        {
            return TestingTransactionHandle.create();
        }

        @Override
        public ConnectorMetadata getMetadata(ConnectorTransactionHandle transaction)
        {
            return metadata;
        }

        @Override
        public List<PropertyMetadata<?>> getTableProperties()
        {
            return List.of(PropertyMetadata.stringProperty("format", "As connectors with files have it", null, false));
        }

        @Override
        public Set<ConnectorCapabilities> getCapabilities()
        {
            return Set.of(ConnectorCapabilities.NOT_NULL_COLUMN_CONSTRAINT);
        }

        @Override
        public ConnectorSplitManager getSplitManager()
        {
            return (transaction, session, layout, context) -> new FixedSplitSource(List.of());
        }

        @Override
        public ConnectorPageSourceProvider getPageSourceProvider()
        {
            return new ConnectorPageSourceProvider()
            {
                @Override
                public ConnectorPageSource createPageSource(
                        ConnectorTransactionHandle transaction,
                        ConnectorSession session,
                        ConnectorSplit split,
                        List<ColumnHandle> columns,
                        SplitContext context)
                {
                    return new FixedPageSource(List.of());
                }
            };
        }
    }

    /** Adds what TestingMetadata leaves out: schemas without tables, all there is to a column, columns and properties of materialized views. */
    static final class RowlessMetadata
            extends TestingMetadata
    {
        private final Set<String> schemas = ConcurrentHashMap.newKeySet();

        RowlessMetadata()
        {
            // There from the start, as in Trino's connector of the same name.
            schemas.add("default");
        }

        @Override
        public List<String> listSchemaNames(ConnectorSession session)
        {
            return List.copyOf(schemas);
        }

        @Override
        public void createSchema(ConnectorSession session, String schema, Map<String, Object> properties)
        {
            schemas.add(schema);
        }

        @Override
        public void dropSchema(ConnectorSession session, String schema)
        {
            schemas.remove(schema);
        }

        @Override
        public Map<SchemaTableName, List<ColumnMetadata>> listTableColumns(ConnectorSession session, SchemaTablePrefix prefix)
        {
            return listTables(session, Optional.ofNullable(prefix.getSchemaName())).stream()
                    .filter(prefix::matches)
                    .collect(Collectors.toMap(table -> table, table -> getTableMetadata(session, getTableHandle(session, table)).getColumns()));
        }

        @Override
        public void createMaterializedView(
                ConnectorSession session,
                ConnectorTableMetadata table,
                MaterializedViewDefinition definition,
                boolean ignoreExisting)
        {
            super.createMaterializedView(session, table, definition, ignoreExisting);
            dropTable(session, getTableHandle(session, table.getTable()));
            createTable(session, table, false);
        }

        @Override
        public void dropMaterializedView(ConnectorSession session, SchemaTableName name)
        {
            super.dropMaterializedView(session, name);
            dropTable(session, getTableHandle(session, name));
        }
    }
}
