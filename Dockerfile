# Not built where it was written: no container engine was at hand.
FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY src ./src
COPY commands ./commands
COPY jobs ./jobs
COPY db ./db
COPY tsconfig.json ./
# What outlasts the container: the list of those who were erased, when the last backup was made, the backups.
RUN mkdir .data /backups && chown node .data /backups
VOLUME /app/.data /backups
USER node
EXPOSE 3000 3001
HEALTHCHECK --interval=30s --timeout=5s CMD node -e "fetch('http://127.0.0.1:'+(process.env.METRICS_PORT||3001)+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
# node itself and not npm, so that SIGTERM reaches the program.
CMD ["node", "--import", "tsx", "src/main.ts"]
