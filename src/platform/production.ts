// Imported before everything else by the server: unless told otherwise it runs with the production builds of its libraries (React's other one is slower by half).
process.env['NODE_ENV'] ??= 'production'
